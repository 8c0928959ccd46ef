import type { CallOptions } from './api.ts'
import { pathOf } from './path.ts'
import { queryString } from './search-query.ts'

/** #24. Cut out of the original first, then resized. */
export type AdvancedDownload = CallOptions & {
  resize?: { width: number; height: number }
  /** In pixels of the original. */
  crop?: { width: number; height: number; top: number; left: number }
  dpi?: number
  type?: 'jpg' | 'jpeg' | 'png'
  /** Its id, or its number in the history. */
  version?: string
  /** Id of a preset, instead of `resize`. */
  preset?: string
  /** Fit inside `resize` instead of becoming exactly that. */
  keepAspectRatio?: boolean
}

/** Path and query below `/api_binary/v1`; `end` says what is answered. */
export function advancedAddress(imageId: string, end: 'download' | 'download/directuri', asked: AdvancedDownload) {
  const { resize, crop, signal: _, ...others } = asked
  const query = queryString({
    ...others,
    resize: resize && `${resize.width}x${resize.height}`,
    crop: crop && `${crop.width}x${crop.height}+${crop.top}+${crop.left}`,
  })
  return { path: pathOf('advance', 'image', imageId, ...end.split('/')), query }
}

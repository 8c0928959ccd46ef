import { type CropArea, isWhole, type PictureSize } from './crop-area.ts'

/** What somebody wants of a picture. */
export type CropWish = {
  area: CropArea
  /** What comes out; `null`: as many pixels as are cut out. */
  size: PictureSize | null
  /** `null`: as the file says. */
  dpi: number | null
  type: 'jpg' | 'png'
  /** `null`: the current one. */
  version: string | null
}

/** The published address of that picture (#24). */
export function cropRequest(id: string, picture: PictureSize, { area, size, dpi, type, version }: CropWish): string {
  const { width, height, top, left } = area
  const asked = new URLSearchParams({
    ...(!isWhole(area, picture) && { crop: `${width}x${height}+${top}+${left}` }),
    ...(size !== null && { resize: `${size.width}x${size.height}` }),
    ...(dpi !== null && { dpi: String(dpi) }),
    type,
    ...(version !== null && { version }),
  })
  return `/api_binary/v1/advance/image/${encodeURIComponent(id)}/download?${asked}`
}

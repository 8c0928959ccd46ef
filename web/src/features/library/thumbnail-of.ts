import type { BriefContent } from '@descant/contract'
import { previewUrl } from '../../lib/preview-url.ts'

/** Sizes that the server keeps, so that a dense screen gets as many pixels as it shows. */
const sizes = [240, 480, 800]

/** `shown`: how wide on the page, as a browser's `sizes` has it. */
export function thumbnailOf({ url }: Pick<BriefContent, 'url'>, shown: string) {
  const src = previewUrl(url, 240)
  if (src === undefined) return { src }
  return { src, srcSet: sizes.map((size) => `${previewUrl(url, size)} ${size}w`).join(', '), sizes: shown }
}

import type { ContentDetails } from '@descant/contract'
import { previewUrl } from '../../lib/preview-url.ts'

/** Beyond this the smaller formats take many times longer to make than they save on the way. */
const largestSmall = 2560

/** Where the picture of an asset is in that size. */
export function pictureAddress({ url, default: facts }: ContentDetails, size: number): string | undefined {
  const address = previewUrl(url, size)
  const isLarge = size > largestSmall && !mayBeTransparent(facts['Content Type'] ?? '')
  return address !== undefined && isLarge ? `${address}.jpg` : address
}

/** A JPEG of it would have a white ground. */
const mayBeTransparent = (contentType: string): boolean => /png|gif|webp|avif|svg|photoshop|tiff/.test(contentType)

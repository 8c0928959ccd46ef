import type { ContentUrls } from '@descant/contract'

/** A signed address that an `img` loads by itself; the longest side in its last segment is ours to choose. */
export function previewUrl(url: ContentUrls, longestSide: number): string | undefined {
  return url.directUrlPreview?.replace(/\/\d+(?=$|\?)/, `/${longestSide}`)
}

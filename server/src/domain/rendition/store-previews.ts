import type { Identified, MediaTools } from '../ports/media-tools.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import { storedPreview, storedSizes } from './stored-preview.ts'

/** Draws the previews of a file in one go and stores them. Answers whether there is anything to draw. */
export async function storePreviews(
  { objects, media }: { objects: ObjectStore; media: MediaTools },
  { path, identified, sha256 }: { path: string; identified: Identified; sha256: string },
  signal: AbortSignal,
): Promise<boolean> {
  const wanted = storedSizes.map((longestSide) => ({ longestSide, format: 'jpeg' as const }))
  const pictures = await media.draw(path, identified, wanted, signal)
  if (!pictures) return false
  for (const [index, size] of storedSizes.entries()) {
    const picture = pictures[index]
    if (!picture) throw new Error(`Asked for ${storedSizes.length} pictures, got ${pictures.length}`)
    await objects.write(storedPreview(sha256, size), picture.bytes)
  }
  return true
}

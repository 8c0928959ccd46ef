import { type ObjectKey, renditionKey } from '../ports/object-store.ts'

/** The previews every drawable file gets at intake, JPEG, longest side in pixels; larger than the file none is. */
export const storedSizes = [240, 800] as const

export const storedPreview = (sha256: string, size: (typeof storedSizes)[number]): ObjectKey =>
  renditionKey(sha256, `preview-${size}.jpg`)

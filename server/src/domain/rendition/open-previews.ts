import type { Clock } from '../ports/clock.ts'
import type { Identified, MediaTools, Picture, PictureFormat, WantedPicture } from '../ports/media-tools.ts'
import { UnsoundFile } from '../ports/media-tools.ts'
import { type ObjectKey, ObjectNotFound, type ObjectStore, renditionKey } from '../ports/object-store.ts'
import { coalesced } from './coalesced.ts'
import { DrawingFailed, drawingAttempts } from './drawing-attempts.ts'
import type { DrawnFile } from './drawn-file.ts'
import { iconSvg } from './icon-svg.ts'
import { isWorthKeeping, sizeToDraw } from './preview-size.ts'
import { readIfThere } from './read-if-there.ts'
import { RecentBytes } from './recent-bytes.ts'
import { storedPreview, storedSizes } from './stored-preview.ts'
import { withSource } from './with-source.ts'

export type PreviewFormat = Exclude<PictureFormat, 'png'>
export type Preview = {
  bytes: Uint8Array
  /** Two previews with the same name are the same picture. */
  name: string
  /** An icon in the place of a picture that is missing for the moment. */
  standsIn?: boolean
}

/** Small pictures of files, drawn when they are first asked for, and kept. */
export type Previews = (
  objects: ObjectStore,
  file: DrawnFile,
  wanted: { size: number; format: PreviewFormat },
) => Promise<Preview>

const memoryBytes = 64 * 1024 * 1024
const largestIcon = 800
export const extensions = { jpeg: 'jpg', webp: 'webp', avif: 'avif' } as const satisfies Record<PreviewFormat, string>
const jpeg = { scheme: 'image', contentType: 'image/jpeg', extension: 'jpg' } as const

export function openPreviews({ media, clock }: { media: MediaTools; clock: Clock }): Previews {
  const recent = new RecentBytes(memoryBytes)
  const once = coalesced<Uint8Array>()
  const attempt = drawingAttempts({ media, clock })

  return async (objects, file, { size: asked, format }) => {
    const { sha256, longestSide, hasPreview } = file
    if (!hasPreview) return await icon(file, asked, format)
    const size = sizeToDraw(asked, longestSide)
    try {
      return await keptOr(`${sha256}/preview-${size}.${extensions[format]}`, () =>
        findOrDraw(objects, file, { longestSide: size, format }),
      )
    } catch (error) {
      if (!(error instanceof DrawingFailed || error instanceof UnsoundFile)) throw error
      return { ...(await icon(file, asked, format)), standsIn: true }
    }
  }

  async function keptOr(name: string, make: () => Promise<Uint8Array>): Promise<Preview> {
    const known = recent.get(name)
    if (known) return { bytes: known, name }
    const bytes = await once(recent, name, make)
    recent.keep(name, bytes)
    return { bytes, name }
  }

  async function icon(file: DrawnFile, asked: number, format: PreviewFormat): Promise<Preview> {
    const { scheme, extension } = file.identified
    const size = Math.min(asked, largestIcon)
    const name = `icon-${scheme}-${extension}-${size}.${extensions[format]}`
    return await keptOr(name, () => drawIcon(file, { longestSide: size, format }))
  }

  async function findOrDraw(objects: ObjectStore, file: DrawnFile, wanted: WantedPicture): Promise<Uint8Array> {
    const size = wanted.longestSide as number
    const format = wanted.format as PreviewFormat
    const found = await readIfThere(objects, whereKept(file, size, format))
    if (found) return found
    const { bytes } = await attempt(`${file.sha256} preview`, () => draw(objects, file, wanted))
    if (isWorthKeeping(size)) await objects.write(keyOf(file, size, format), bytes)
    return bytes
  }

  /** From the nearest larger preview that is there already: it takes a fraction of decoding the file itself. */
  async function draw(objects: ObjectStore, file: DrawnFile, wanted: WantedPicture): Promise<Picture> {
    const size = wanted.longestSide as number
    const larger = storedSizes.find((stored) => size <= stored)
    if (larger) {
      try {
        return await objects.withFile(storedPreview(file.sha256, larger), (path) => drawOne(path, jpeg, wanted))
      } catch (error) {
        if (!(error instanceof ObjectNotFound)) throw error // a lost preview is drawn again
      }
    }
    return await withSource({ objects, media }, file, (path, identified) => drawOne(path, identified, wanted))
  }

  async function drawOne(path: string, identified: Identified, wanted: WantedPicture): Promise<Picture> {
    const pictures = await media.draw(path, identified, [wanted])
    if (!pictures?.[0]) throw new UnsoundFile(`There is no picture of this ${identified.scheme}`)
    return pictures[0]
  }

  async function drawIcon({ identified }: DrawnFile, wanted: WantedPicture): Promise<Uint8Array> {
    const [picture] = await media.drawSvg(iconSvg(identified.scheme, identified.extension), [wanted])
    if (!picture) throw new Error('The icon was not drawn')
    return picture.bytes
  }
}

const keyOf = ({ sha256 }: DrawnFile, size: number, format: PreviewFormat): ObjectKey =>
  renditionKey(sha256, `preview-${size}.${extensions[format]}`)

/** A preview made at intake may be the very picture: it is no larger than the file either. */
function whereKept(file: DrawnFile, size: number, format: PreviewFormat): ObjectKey {
  const same = storedSizes.find((stored) => Math.min(stored, file.longestSide ?? stored) === size)
  return same && format === 'jpeg' ? storedPreview(file.sha256, same) : keyOf(file, size, format)
}

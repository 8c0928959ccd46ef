import { type Picture, UnsoundFile, type WantedPicture } from '../../../domain/ports/media-tools.ts'
import { readEpub } from '../archive/epub.ts'
import { withZip } from '../archive/open-zip.ts'
import { drawPicture } from './draw-picture.ts'
import { drawSvg } from './draw-svg.ts'

const maxBytes = 64 * 1024 * 1024

/** The picture that a program put into its archive for others to show. `null`: there is none, or none we can read. */
export const drawPacked = (
  path: string,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[] | null> =>
  withZip(path, async (zip) => {
    const isBook = zip.names.includes('META-INF/container.xml')
    const name = isBook ? (await readEpub(zip)).cover : previews.find((preview) => zip.names.includes(preview))
    const picture = name ? await zip.read(name, maxBytes) : undefined
    if (!picture) return null
    try {
      return /\.svg$/i.test(name ?? '')
        ? await drawSvg(picture, wanted, maxPixels)
        : await drawPicture(picture, wanted, maxPixels)
    } catch (error) {
      if (error instanceof UnsoundFile) return null // the document may be sound all the same
      throw error
    }
  })

/** Of Keynote, Pages and Numbers, the newer first; of OpenDocument and of drawing programs. */
const previews = [
  'preview.jpg',
  'preview-web.jpg',
  'QuickLook/Thumbnail.jpg',
  'QuickLook/Preview.jpg',
  'Thumbnails/thumbnail.png',
  'docProps/thumbnail.jpeg',
]

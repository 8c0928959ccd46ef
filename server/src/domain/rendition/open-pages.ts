import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import { type MediaTools, PageOutside, type PagesMeasured, UnsoundFile } from '../ports/media-tools.ts'
import { type ObjectStore, renditionKey } from '../ports/object-store.ts'
import { coalesced } from './coalesced.ts'
import { drawingAttempts } from './drawing-attempts.ts'
import type { DrawnFile } from './drawn-file.ts'
import { hasDrawingTools } from './has-drawing-tools.ts'
import { type KeptJson, keptJson } from './kept-json.ts'
import type { Preview, PreviewFormat } from './open-previews.ts'
import { extensions } from './open-previews.ts'
import { nothingToDraw } from './open-storyboards.ts'
import { readIfThere } from './read-if-there.ts'
import { RecentBytes } from './recent-bytes.ts'
import { withSource } from './with-source.ts'

export type WantedPage = { page: number; size: number; format: PreviewFormat }

/** Pages of PDFs, and of what a PDF is made of. */
export type Pages = {
  /** How many, and how large the first; `null`: it has none. */
  measured: KeptJson<PagesMeasured>
  /** `NotFound` beyond the last page, and for what has none. */
  draw(objects: ObjectStore, file: DrawnFile, wanted: WantedPage): Promise<Preview>
}

const memoryBytes = 32 * 1024 * 1024
const largestPage = 4096
/** Sizes that are kept on disk; others are drawn again when they are asked for again. */
const keptSizes = new Set([240, 800, 1600])

export function openPages({ media, clock }: { media: MediaTools; clock: Clock }): Pages {
  const attempt = drawingAttempts({ media, clock })
  const recent = new RecentBytes(memoryBytes)
  const once = coalesced<Uint8Array>()

  return {
    measured: keptJson(
      { attempt, hasTools: hasDrawingTools(media) },
      ({ sha256 }) => renditionKey(sha256, 'pages.json'),
      (objects, file) =>
        hasPages(file)
          ? withSource({ objects, media }, file, (path, identified) => media.measurePages(path, identified)).catch(
              nothingToDraw,
            )
          : Promise.resolve(null),
    ),

    async draw(objects, file, { page, size: asked, format }) {
      if (!hasPages(file)) throw noPage(page)
      const size = Math.min(asked, largestPage)
      const key = renditionKey(file.sha256, `page-${page}-${size}.${extensions[format]}`)
      const known = recent.get(key)
      if (known) return { bytes: known, name: key }
      const bytes = await once(objects, key, async () => {
        const found = keptSizes.has(size) ? await readIfThere(objects, key) : undefined
        if (found) return found
        const drawn = await drawPage(objects, file, { page, size, format })
        if (keptSizes.has(size)) await objects.write(key, drawn)
        return drawn
      })
      recent.keep(key, bytes)
      return { bytes, name: key }
    },
  }

  async function drawPage(objects: ObjectStore, file: DrawnFile, { page, size, format }: WantedPage) {
    const wanted = [{ longestSide: size, format }]
    const pictures = await attempt(`${file.sha256} page-${page}`, () =>
      withSource({ objects, media }, file, (path, identified) => media.drawPage(path, identified, page, wanted)),
    ).catch((error: unknown) => {
      throw error instanceof PageOutside || error instanceof UnsoundFile ? noPage(page) : error
    })
    if (!pictures?.[0]) throw noPage(page)
    return pictures[0].bytes
  }
}

const hasPages = ({ identified: { scheme } }: DrawnFile): boolean => scheme === 'document' || scheme === 'presentation'

const noPage = (page: number) => new NotFound(`page ${page} of this file`)

import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import { type MediaTools, UnsoundFile, type WantedPicture } from '../ports/media-tools.ts'
import { type ObjectKey, type ObjectStore, renditionKey } from '../ports/object-store.ts'
import { coalesced } from './coalesced.ts'
import { drawingAttempts } from './drawing-attempts.ts'
import type { DrawnFile } from './drawn-file.ts'
import { recipes, type Transcription } from './transcription.ts'

/** The picture in another format; made when it is first asked for, and kept. `NotFound` where nothing can be drawn. */
export type Transcribe = (
  objects: ObjectStore,
  file: DrawnFile,
  as: Transcription,
) => Promise<{ key: ObjectKey; size: number }>

export function openTranscriptions({ media, clock }: { media: MediaTools; clock: Clock }): Transcribe {
  const attempt = drawingAttempts({ media, clock })
  const once = coalesced<{ size: number }>()

  return async (objects, file, as) => {
    const { stored, wanted } = recipes[as]
    const key = renditionKey(file.sha256, stored)
    const there = (await objects.stat(key)) ?? (await once(objects, key, () => draw(objects, file, key, wanted, as)))
    return { key, size: there.size }
  }

  /** By way of a file: a large PNG may be larger than the memory. */
  async function draw(
    objects: ObjectStore,
    { hasPreview, sha256, object, identified, dpi }: DrawnFile,
    key: ObjectKey,
    wanted: WantedPicture,
    as: Transcription,
  ): Promise<{ size: number }> {
    const dense = { ...wanted, ...(dpi !== null && { density: dpi }) }
    const drawn = hasPreview
      ? await attempt(`${sha256} ${as}`, () =>
          objects.withFile(object, (path) => media.drawAsFile(path, identified, dense)),
        ).catch(blamed(as))
      : null
    if (!drawn) throw new NotFound(`${as} of this file: it can't be drawn here`)
    return await objects.write(key, drawn.bytes)
  }
}

const blamed = (as: Transcription) => (error: unknown) => {
  throw error instanceof UnsoundFile ? new NotFound(`${as} of this file: ${error.message}`) : error
}

import type { FileMetadata, Identified, MediaTools } from '../ports/media-tools.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import { storePreviews } from '../rendition/store-previews.ts'
import { identifyByName } from './identify-by-name.ts'
import type { Upload } from './upload.ts'

export type Examined = { identified: Identified; file: FileMetadata; hasPreview: boolean }
export type ExamineDeps = { objects: ObjectStore; media: MediaTools }

/** What a file is, says of itself and looks like. Rejects with `UnsoundFile`, unless the file is wanted anyway. */
export function examineFile(
  { objects, media }: ExamineDeps,
  { object, sha256, fileName, takeInAnyway }: Upload,
  signal: AbortSignal,
): Promise<Examined> {
  return objects.withFile(object, async (path) => {
    const identified = await media
      .identify(path, fileName, signal)
      .catch(unless(takeInAnyway, signal, () => identifyByName(fileName)))
    // Side by side: one waits for a process that reads, the other for one that calculates.
    const [file, hasPreview] = await bothOf(
      media.readMetadata(path, identified, signal).catch(unless(takeInAnyway, signal, () => nothingSaid)),
      storePreviews({ objects, media }, { path, identified, sha256 }, signal).catch(
        unless(takeInAnyway, signal, () => false),
      ),
    )
    return { identified, file, hasPreview }
  })
}

/** For a file that is wanted anyway, what to go on with instead. */
const unless =
  <T>(wantedAnyway: boolean, signal: AbortSignal, instead: () => T) =>
  (error: unknown): T => {
    if (!wantedAnyway || signal.aborted) throw error
    return instead()
  }

/** Rejects only when neither needs the file any more. */
async function bothOf<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second])
  return [await first, await second]
}

const nothingSaid: FileMetadata = {
  measures: { width: null, height: null, dpi: null, duration: null, pages: null, createdInFileAt: null },
  metadata: {},
  description: '',
  author: '',
  copyright: '',
  keywords: [],
}

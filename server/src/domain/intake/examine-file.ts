import { type FileMetadata, type Identified, type MediaTools, OverLimit, UnsoundFile } from '../ports/media-tools.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import { storePreviews } from '../rendition/store-previews.ts'
import { withSourceOf } from '../rendition/with-source.ts'
import { identifyByName } from './identify-by-name.ts'
import type { Upload } from './upload.ts'

export type Examined = { identified: Identified; file: FileMetadata } & Looked & {
    /** Tools that could have told more. */
    lacked: string[]
  }
type Looked = { hasPreview: boolean; text: string }
export type ExamineDeps = { objects: ObjectStore; media: MediaTools }
export type ExaminedFile = Pick<Upload, 'object' | 'sha256' | 'fileName' | 'takeInAnyway'>

/** What a file is, says of itself and looks like. Rejects with `UnsoundFile`, unless the file is wanted anyway. */
export function examineFile(
  { objects, media }: ExamineDeps,
  { object, sha256, fileName, takeInAnyway }: ExaminedFile,
  signal: AbortSignal,
): Promise<Examined> {
  return objects.withFile(object, async (path) => {
    const identified = await media
      .identify(path, fileName, signal)
      .catch(unless(takeInAnyway, signal, () => identifyByName(fileName)))
    // Side by side: one waits for a process that reads, the other for one that calculates.
    const [file, { pages, ...looked }] = await bothOf(
      media.readMetadata(path, identified, signal).catch(unless(takeInAnyway, signal, () => nothingSaid)),
      lookInto({ objects, media }, { path, identified, sha256 }, signal).catch(
        unless(takeInAnyway, signal, () => nothingSeen),
      ),
    )
    const measures = { ...file.measures, pages: pages ?? file.measures.pages }
    return { identified, file: { ...file, measures }, ...looked, lacked: await media.lacking(identified) }
  })
}

type LookedAt = { path: string; identified: Identified; sha256: string }

/** Its previews, its text and its pages: of an office document from the PDF that is made of it. */
async function lookInto(
  deps: ExamineDeps,
  file: LookedAt,
  signal: AbortSignal,
): Promise<Looked & { pages: number | null }> {
  const { media } = deps
  const { path, identified, sha256 } = file
  const text = await readText(media, path, identified, signal)
  const looked = withSourceOf(
    deps,
    file,
    async (source, as) => {
      const at = { path: source, identified: as, sha256 }
      if (source !== path) return await lookIntoMade(deps, at, text, signal)
      return { hasPreview: await storePreviews(deps, at, signal).catch(ifTooMuch(false)), text, pages: null }
    },
    signal,
  )
  return await looked.catch(ifTooMuch({ hasPreview: false, text, pages: null }))
}

/** What is wrong with a PDF that was made here is not the file's fault. */
async function lookIntoMade(deps: ExamineDeps, made: LookedAt, text: string, signal: AbortSignal) {
  const { media } = deps
  const { path, identified } = made
  const hasPreview = await storePreviews(deps, made, signal).catch(ifNotPossible(false))
  const pages = await media.measurePages(path, identified, signal).catch(ifNotPossible(null))
  return {
    hasPreview,
    text: text === '' ? await readText(media, path, identified, signal) : text,
    pages: pages?.count ?? null,
  }
}

/** Text that can't be read is no reason to refuse a file that can be drawn. */
async function readText(media: MediaTools, path: string, as: Identified, signal: AbortSignal): Promise<string> {
  return await media.readText(path, as, signal).catch(ifNotPossible(''))
}

/** A file that takes too much time or memory may be sound: it is taken in without. */
const ifTooMuch =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof OverLimit) return instead
    throw error
  }

const ifNotPossible =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof UnsoundFile || error instanceof OverLimit) return instead
    throw error
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
const nothingSeen = { hasPreview: false, text: '', pages: null }

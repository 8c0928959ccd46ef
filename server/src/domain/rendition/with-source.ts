import type { Identified, MediaTools } from '../ports/media-tools.ts'
import { type ObjectKey, ObjectNotFound, type ObjectStore, renditionKey } from '../ports/object-store.ts'
import type { DrawnFile } from './drawn-file.ts'

type Deps = { objects: ObjectStore; media: MediaTools }
type SourceFile = Pick<DrawnFile, 'sha256' | 'object' | 'identified'>

export const madePdf = (sha256: string): ObjectKey => renditionKey(sha256, 'pages.pdf')
const pdf: Identified = { scheme: 'document', contentType: 'application/pdf', extension: 'pdf' }

/**
 * The file to draw from: of an office document the PDF that was made of it, which is made and kept when it is not
 * there yet; else the file itself.
 */
export async function withSource<T>(
  deps: Deps,
  file: SourceFile,
  use: (path: string, identified: Identified) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { objects } = deps
  if (!mayBeMadePdf(file.identified)) {
    return await objects.withFile(file.object, (path) => use(path, file.identified))
  }
  try {
    return await objects.withFile(madePdf(file.sha256), (path) => use(path, pdf))
  } catch (error) {
    if (!(error instanceof ObjectNotFound)) throw error
  }
  return await objects.withFile(file.object, (path) => withSourceOf(deps, { ...file, path }, use, signal))
}

/** The same for a file that is at hand. */
export async function withSourceOf<T>(
  { objects, media }: Deps,
  { path, sha256, identified }: Pick<SourceFile, 'sha256' | 'identified'> & { path: string },
  use: (path: string, identified: Identified) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (!mayBeMadePdf(identified)) return await use(path, identified)
  const made = await media.withPdf(
    path,
    identified,
    async (given) => {
      await objects.write(madePdf(sha256), given.bytes())
      return { answer: await use(given.path, pdf) }
    },
    signal,
  )
  return made ? made.answer : await use(path, identified)
}

/** Spares a look for a PDF where none is ever made. */
const mayBeMadePdf = ({ scheme, contentType }: Identified): boolean =>
  (scheme === 'document' || scheme === 'presentation') &&
  contentType !== pdf.contentType &&
  !/^text\//.test(contentType)

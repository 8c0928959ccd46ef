import type { AssetId } from '../asset/asset.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { documentOf } from './document-of.ts'
import type { SearchedLibrary } from './searched-library.ts'

/** An index, and the change it stands at. */
export type Standing = {
  index: SearchIndex
  position: number
  /** The change its making began at: whoever asked for a new one up to there has got it. */
  madeAt: number
  /** The last changes taken in that ask for a new one, and for a comparison with the database; 0: none. */
  askedAnewBy: number
  doubtedBy: number
}

/** At its beginning. */
export const standingAt = (index: SearchIndex, position: number): Standing => ({
  ...{ index, position, madeAt: position, askedAnewBy: 0, doubtedBy: 0 },
})

/** The log does not go on where the index stands: it was cut, or belongs to another database. Only a new one is right. */
export class LogBroken extends Error {}

/** The index failed half way: it can't be told what it holds. The cause says why. */
export class IndexBroken extends Error {}

/**
 * Takes in the next changes, at most so many. Numbers are given out in the order of commits and without gaps, so a
 * change that is not there yet is noticed here and never passed over.
 */
export async function takeChanges(library: SearchedLibrary, standing: Standing, most: number): Promise<void> {
  const next = await library.read.changes.after(standing.position, most)
  const last = next.at(-1)
  if (last === undefined || next.some(({ seq }, at) => seq !== standing.position + 1 + at)) throw new LogBroken()

  const touched = next.flatMap(({ event, id }) => (event.startsWith('asset.') ? [id as AssetId] : []))
  if (touched.length > 0) await refresh(library, standing.index, [...new Set(touched)])
  standing.position = last.seq
  for (const { seq, event } of next) {
    if (event === 'index.asked') standing.askedAnewBy = seq
    if (event === 'index.doubted') standing.doubtedBy = seq
  }
}

/** The assets as they are now; those that are gone leave the index. */
export async function refresh(library: SearchedLibrary, index: SearchIndex, ids: readonly AssetId[]): Promise<void> {
  const present = await library.read.assets.findMany(ids, { withText: true })
  const found = new Set(present.map((asset) => asset.id))
  const gone = ids.filter((id) => !found.has(id))
  const documents = present.map(documentOf)
  await index.apply(documents, gone).catch((cause: unknown) => {
    throw new IndexBroken('The index failed', { cause })
  })
}

/** Whatever the log says has changed after `position`. */
export async function changedSince({ read }: SearchedLibrary, position: number): Promise<Set<string>> {
  const changed = new Set<string>()
  for (let seq = position; ; ) {
    const next = await read.changes.after(seq, 1000)
    for (const { id } of next) changed.add(id)
    const last = next.at(-1)
    if (last === undefined) return changed
    seq = last.seq
  }
}

/** Somebody asked for a new one after this one was begun. */
export const isOutOfFavour = ({ askedAnewBy, madeAt }: Standing): boolean => askedAnewBy > madeAt

/** An embedded database answers at once, and would leave nobody else a turn. */
export const othersTurn = () => new Promise<void>((resume) => setImmediate(resume))

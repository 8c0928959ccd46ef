import type { Library } from '../ports/library.ts'
import type { Change } from './change.ts'

const most = 1000

/** What was logged, in order; `anything` where that is not known to the last one. */
export type Happened = readonly Change[] | 'anything'

/**
 * For what is derived from a library and kept in memory: the function it answers tells `tell` what was logged since
 * it was last called, so that whoever calls it before looking is never behind what is committed.
 */
export function followChanges(
  tell: (library: Library, happened: Happened) => void,
): (library: Library) => Promise<void> {
  const seen = new WeakMap<Library, { seq: number; stamp: number | null }>()
  return async (library) => {
    const stamp = library.stamp()
    const before = seen.get(library)
    if (before && stamp !== null && before.stamp === stamp) return // nothing was committed since

    const last = await library.read.changes.lastSeq()
    const from = before?.seq ?? last
    if (from === last) {
      seen.set(library, { seq: last, stamp })
      return
    }

    const changes = await library.read.changes.after(from, most)
    // cut beyond our place, more than we look at, or another database under the same name
    const known = changes.length < most && changes[0]?.seq === from + 1
    // others may have come here meanwhile: telling the same twice is harmless, skipping some is not
    tell(library, known ? changes : 'anything')
    seen.set(library, { seq: known ? (changes.at(-1)?.seq ?? last) : last, stamp })
  }
}

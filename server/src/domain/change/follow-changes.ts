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
  const seen = new WeakMap<Library, number>()
  return async (library) => {
    const last = await library.read.changes.lastSeq()
    const from = seen.get(library) ?? last
    if (from === last) {
      seen.set(library, last)
      return
    }

    const changes = await library.read.changes.after(from, most)
    // cut beyond our place, more than we look at, or another database under the same name
    const known = changes.length < most && changes[0]?.seq === from + 1
    // others may have come here meanwhile: telling the same twice is harmless, skipping some is not
    tell(library, known ? changes : 'anything')
    seen.set(library, known ? (changes.at(-1)?.seq ?? last) : last)
  }
}

import type { Library } from '../ports/library.ts'

const atOnce = 500
/** A few seconds of work; what is left waits for the next run. */
const mostSlices = 40

/**
 * Notes what is attached to assets where a change of many at once left that out, or an older version of the program. It
 * may run as often as it likes and on several machines, and writers come between its slices.
 */
export async function noteAttached({ library }: { library: Library }): Promise<void> {
  for (let slice = 0; slice < mostSlices; slice++) {
    const ids = await library.read.assets.notNoted(atOnce)
    if (ids.length === 0) return
    await library.transaction(({ assets }) => assets.noteAttached(ids))
  }
}

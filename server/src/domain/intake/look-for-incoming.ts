import type { Clock } from '../ports/clock.ts'
import type { IncomingFile } from '../ports/incoming-files.ts'
import type { Library } from '../ports/library.ts'
import type { ObjectStore } from '../ports/object-store.ts'

type Deps = { library: Library; objects: ObjectStore }

/** In one look; the next one sees the rest. */
const most = 1000
const tenMinutes = 600_000

/** Queues what senders have put there to be taken over, and answers it. */
export async function lookForIncoming({ library, objects }: Deps): Promise<IncomingFile[]> {
  const found: IncomingFile[] = []
  if (!objects.incoming) return found
  for await (const file of objects.incoming.list()) {
    found.push(file)
    if (found.length === most) break
  }
  if (found.length > 0) {
    await library.transaction(async ({ jobs }) => {
      for (const { name } of found) await jobs.enqueueOnce({ name: 'take-over-incoming', payload: { name } })
    })
  }
  return found
}

/** Looks each time while forms are open, and now and then for what came late. */
export function lookForIncomingWhenDue(): (deps: Deps & { clock: Clock }) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async ({ clock, ...deps }) => {
    if (!deps.objects.incoming) return
    const now = clock.now()
    const areOpen = now < (await deps.library.read.changes.position('incoming'))
    if (!areOpen && now - last < tenMinutes) return
    await lookForIncoming(deps)
    last = now
  }
}

import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'

/**
 * Puts `asset.expired` into the change log for what has expired since the last run, each once. The position and the
 * changes commit together, so it may run as often as it likes and on several machines.
 */
export async function recordExpiries({ library, clock }: { library: Library; clock: Clock }): Promise<void> {
  const until = clock.now()
  // nothing to write is the rule, and a look costs no writer's turn
  const from = await library.read.changes.position('expiry')
  if (from >= until || (await library.read.assets.expiringBetween(from, until)).length === 0) return

  await library.transaction(async ({ assets, changes }) => {
    const from = await changes.position('expiry')
    if (from >= until) return
    const expired = await assets.findMany(await assets.expiringBetween(from, until))
    await changes.append(expired.map(({ id, scheme }) => ({ event: 'asset.expired', scheme, id, time: until })))
    await changes.setPosition('expiry', until)
  })
}

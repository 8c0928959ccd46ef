import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'

const daysKept = 30

/** The log goes back so far. Runs as often as it likes. */
export async function dropOldDeliveries({ library, clock }: { library: Library; clock: Clock }): Promise<void> {
  if ((await library.read.webhooks.all()).length === 0) return
  await library.transaction(({ deliveries }) => deliveries.dropEndedBefore(clock.now() - daysKept * 24 * 3_600_000))
}

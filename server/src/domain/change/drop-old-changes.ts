import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'

const daysKept = 90

/** Forgets what nobody is promised any more. Runs as often as it likes. */
export async function dropOldChanges({ library, clock }: { library: Library; clock: Clock }): Promise<void> {
  await library.transaction(({ changes }) => changes.dropBefore(clock.now() - daysKept * 24 * 3_600_000))
}

import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'

/** Forgets what was done longer ago than the installation keeps it. Runs as often as it likes. */
export async function dropOldActivity(
  { library, clock }: { library: Library; clock: Clock },
  { daysKept }: { daysKept: number | null },
): Promise<void> {
  if (daysKept === null) return
  await library.transaction(({ activities }) => activities.dropBefore(clock.now() - daysKept * 24 * 3_600_000))
}

import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'

const daysKept = 90

/** Forgets who was written to. Runs as often as it likes. */
export async function dropOldMail({ library, clock }: { library: Library; clock: Clock }): Promise<void> {
  await library.transaction(({ mails }) => mails.dropBefore(clock.now() - daysKept * 24 * 3_600_000))
}

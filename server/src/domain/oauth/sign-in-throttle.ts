import { TooManyRequests } from '../access/too-many-requests.ts'
import type { Control, ControlStores } from '../ports/control.ts'
import { inSeconds } from './lifetimes.ts'

const window = 15 * 60 * 1000
/** Fewer for a user, whose password is guessed; more for an address, behind which an office may sit. */
const mostFailures = { user: 10, address: 50 } as const

export type Attempt = { user: string; address: string }

/**
 * Refuses where too much failed lately, and otherwise counts the attempt as failed for the user before anything is
 * known: a hundred guesses at once are still ten.
 */
export async function admitAttempt({ control }: { control: Control }, attempt: Attempt, now: number): Promise<void> {
  const isAdmitted = await control.transaction(async ({ signInAttempts }: ControlStores) => {
    const since = now - window
    if ((await signInAttempts.countFailures(attempt.address, since)) >= mostFailures.address) return false
    if ((await signInAttempts.countFailures(attempt.user, since)) >= mostFailures.user) return false
    await signInAttempts.recordFailure(attempt.user, now)
    return true
  })
  if (!isAdmitted) {
    throw new TooManyRequests('Too many sign-ins failed. Please try again in 15 minutes.', inSeconds(window))
  }
}

export const failed = ({ control }: { control: Control }, { address }: Attempt, now: number): Promise<void> =>
  control.transaction(({ signInAttempts }) => signInAttempts.recordFailure(address, now))

/** Clears the user's failures; the address's stay, or one good password would buy fifty more guesses. */
export const succeeded = ({ control }: { control: Control }, { user }: Attempt): Promise<void> =>
  control.transaction(({ signInAttempts }) => signInAttempts.clear(user))

export const forgottenAfter = window

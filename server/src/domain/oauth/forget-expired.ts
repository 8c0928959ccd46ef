import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import { forgottenAfter } from './sign-in-throttle.ts'

/** Clears away what no longer counts: codes, tokens, sessions, failed sign-ins. To be done now and then. */
export async function forgetExpired({ control, clock }: { control: Control; clock: Clock }): Promise<void> {
  const now = clock.now()
  await control.transaction(async ({ grants, sessions, signInAttempts }) => {
    await grants.dropExpired(now)
    await sessions.dropExpired(now)
    await signInAttempts.dropBefore(now - forgottenAfter)
  })
}

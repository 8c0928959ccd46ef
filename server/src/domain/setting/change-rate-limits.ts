import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { settingsChanged } from './change-settings.ts'
import { checkRateLimits, type RateLimits } from './rate-limits.ts'

/** What `edit` does not name stays. Counts from the next request on. */
export async function changeRateLimits(
  { library, clock }: { library: Library; clock: Clock },
  edit: (now: RateLimits) => Partial<RateLimits>,
): Promise<RateLimits> {
  return await library.transaction(async ({ settings, changes }) => {
    const { rateLimits: now } = await settings.read()
    const rateLimits = { ...now, ...edit(now) }
    checkRateLimits(rateLimits)
    await settings.write({ rateLimits })
    await changes.append([settingsChanged(clock.now())])
    return rateLimits
  })
}

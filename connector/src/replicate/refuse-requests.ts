import type { Clock } from '../clock.ts'
import type { Stores } from '../state/stores.ts'
import { emptyTally } from './tally.ts'

/** Those who asked for a sync hear why there is none. */
export function refuseRequests(
  { requests, seen }: Stores,
  clock: Clock,
  problem = 'The connector is not connected.',
): void {
  const request = requests.open()
  if (request !== null) requests.answer(request, { eligible: seen.count(), ...emptyTally(), problem }, clock.now())
}

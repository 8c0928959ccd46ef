import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'

/** Every process that searches this library makes its index anew, before it answers the next search. */
export async function askForIndex({ library, clock }: { library: Library; clock: Clock }): Promise<void> {
  const time = clock.now()
  await library.transaction(({ changes }) =>
    changes.append([{ event: 'index.asked', scheme: 'settings', id: 'all', time }]),
  )
}

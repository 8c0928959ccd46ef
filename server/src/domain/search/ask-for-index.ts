import type { SettingsEvent } from '../change/change.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'

type Deps = { library: Library; clock: Clock }

/** Every process that searches this library makes its index anew. Answers the change that says so. */
export const askForIndex = (deps: Deps): Promise<number> => ask(deps, 'index.asked')

/** Every process that searches this library compares its index with the database, and puts right what differs. */
export const doubtIndex = (deps: Deps): Promise<number> => ask(deps, 'index.doubted')

function ask({ library, clock }: Deps, event: SettingsEvent): Promise<number> {
  const time = clock.now()
  return library.transaction(async ({ changes }) => {
    await changes.append([{ event, scheme: 'settings', id: 'all', time }])
    return await changes.lastSeq()
  })
}

import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { LibrarySettings } from './library-settings.ts'

/** Writes what is given and answers all settings as they are now. */
export async function changeSettings(
  { library, clock }: { library: Library; clock: Clock },
  given: Partial<LibrarySettings>,
): Promise<LibrarySettings> {
  return await library.transaction(async ({ settings, changes }) => {
    await settings.write(given)
    await changes.append([settingsChanged(clock.now())])
    return await settings.read()
  })
}

/** For what is kept in memory: how the library shows its assets is another now. */
export const settingsChanged = (time: number) =>
  ({ event: 'settings.changed', scheme: 'settings', id: 'all', time }) as const

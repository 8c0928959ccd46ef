import type { Account, AccountId } from '../../domain/account/account.ts'
import type { Libraries, Library } from '../../domain/ports/library.ts'
import type { Engine } from './engine.ts'
import { openLibrary } from './library.ts'
import { migrate } from './migrate.ts'

/** The handles of this process. `openEngine` gets an id that is safe as a folder's or a schema's name. */
export function openLibraries(openEngine: (id: AccountId) => Promise<Engine>): Libraries {
  const opened = new Map<AccountId, Promise<{ library: Library; close(): Promise<void> }>>()

  async function open(id: AccountId) {
    refuseUnsafe(id)
    const engine = await openEngine(id)
    try {
      await migrate(engine, 'library')
      return await openLibrary(id, engine)
    } catch (error) {
      await engine.close()
      throw error
    }
  }

  return {
    async of(account: Account) {
      const opening = opened.get(account.id) ?? open(account.id)
      opened.set(account.id, opening)
      // What could not be opened now may be opened later.
      opening.catch(() => opened.delete(account.id))
      return (await opening).library
    },
    async close() {
      const all = await Promise.allSettled(opened.values())
      opened.clear()
      await Promise.all(all.map((each) => (each.status === 'fulfilled' ? each.value.close() : undefined)))
    },
  }
}

function refuseUnsafe(id: AccountId): void {
  if (!/^[0-9a-z_-]{1,50}$/.test(id)) throw new Error(`${JSON.stringify(id)} can’t name an account's database`)
}

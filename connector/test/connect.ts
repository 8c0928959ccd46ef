import { systemClock } from '../src/clock.ts'
import { setConnection } from '../src/dam-settings/set-connection.ts'
import { openAgents } from '../src/provider/open-dam.ts'
import type { LibraryFile } from '../src/state/held-files.ts'
import type { Stores } from '../src/state/stores.ts'
import type { CantoServer } from './canto-server.ts'

/** Connects from another process's point of view, as a command does. */
export async function connect({ stores }: { stores: Stores }, { app }: CantoServer, keyword = 'print'): Promise<void> {
  const agents = openAgents({ allowPrivateNetwork: true })
  const deps = { stores, agents, clock: systemClock, notice: () => {} }
  await setConnection(deps, { provider: 'canto', ...app, keyword })
  await agents.close()
}

/** What "DAM Import" shows, by name. */
export const filesIn = ({ stores }: { stores: Stores }): LibraryFile[] =>
  stores.held.list({ search: '', sort: 'name', start: 0, limit: 500 }).results

export const namesIn = (connector: { stores: Stores }): string[] =>
  filesIn(connector).map(({ displayName }) => displayName)

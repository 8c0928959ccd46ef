import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Clock, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { hostInAddress } from '../host-in-address.ts'
import { openFileStore } from '../library/file-store.ts'
import { openAgents } from '../provider/open-dam.ts'
import { startReplicator } from '../replicate/replicator.ts'
import { openStores } from '../state/stores.ts'
import { buildApp } from './build-app.ts'
import { firstAdministrator } from './first-administrator.ts'

export type Connector = {
  /** Where it listens, as an origin. */
  origin: string
  /** Somebody who was just made able to sign in. */
  administrator: Awaited<ReturnType<typeof firstAdministrator>>
  close(): Promise<void>
}

/** The pages, their API and replication, on one data folder. */
export async function startConnector(config: Config, log: Logger, clock: Clock = systemClock): Promise<Connector> {
  const stores = openStores(config.dataFolder)
  const administrator = await firstAdministrator({ ...stores, clock }, config.admin)
  const files = await openFileStore(join(config.dataFolder, 'files'))
  const agents = openAgents(config)
  const replicator = startReplicator({ ...stores, ...config, stores, files, agents, clock, log })
  const app = await buildApp({ config, stores, files, agents, clock, replicator }, log)

  const close = async () => {
    await app.close()
    await replicator.close()
    await agents.close()
    stores.state.close()
  }
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await close()
    throw error
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const origin = `http://${hostInAddress(config.host)}:${port}`
  stores.facts.write('origin', config.publicUrl ?? origin)
  stores.facts.write('private-network', config.allowPrivateNetwork ? 'allowed' : 'refused')
  return { origin, administrator, close }
}

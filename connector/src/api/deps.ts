import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { FileStore } from '../library/file-store.ts'
import type { Agents } from '../network/guarded-fetch.ts'
import type { Replicator } from '../replicate/replicator.ts'
import type { Stores } from '../state/stores.ts'

export type ApiDeps = {
  config: Config
  stores: Stores
  files: FileStore
  agents: Agents
  clock: Clock
  replicator: Pick<Replicator, 'notice' | 'progress'>
}

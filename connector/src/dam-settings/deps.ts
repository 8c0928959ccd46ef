import type { Clock } from '../clock.ts'
import type { Agents } from '../network/guarded-fetch.ts'
import type { Stores } from '../state/stores.ts'

export type SettingsDeps = {
  stores: Stores
  agents: Agents
  clock: Clock
  /** Tells replication that the settings changed. */
  notice: () => void
}

import { type Config, loadConfig } from '../config.ts'
import { openStores, type Stores } from '../state/stores.ts'

/** Runs a command on the data folder, whether a server has it open or not. */
export async function withStores<T>(run: (stores: Stores, config: Config) => Promise<T> | T): Promise<T> {
  const config = loadConfig()
  const stores = openStores(config.dataFolder)
  try {
    return await run(stores, config)
  } finally {
    stores.state.close()
  }
}

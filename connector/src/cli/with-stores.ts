import { type Config, loadConfig } from '../config.ts'
import { openStores, type Stores } from '../state/stores.ts'

/** Runs a command on the data folder, whether a server has it open or not. */
export async function withStores<T>(run: (stores: Stores, config: Config) => Promise<T> | T): Promise<T> {
  const config = loadConfig()
  const stores = openStores(config.dataFolder)
  try {
    return await run(stores, { ...config, allowPrivateNetwork: mayGoInside(config, stores) })
  } finally {
    stores.state.close()
  }
}

/** What the server may do, its commands may: they are not told everything it was told. */
const mayGoInside = ({ allowPrivateNetwork, isGiven }: Config, { facts }: Stores): boolean =>
  isGiven.privateNetwork ? allowPrivateNetwork : facts.read('private-network') === 'allowed'

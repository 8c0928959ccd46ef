import { chooseAdapters } from '../../server/src/app/choose-adapters.ts'
import { loadConfig } from '../../server/src/app/config.ts'
import type { AssetId } from '../../server/src/domain/asset/asset.ts'
import type { Collection } from '../../server/src/domain/collection/collection.ts'
import { giveToken } from '../../server/test/harness/give-token.ts'
import { someAsset } from '../../server/test/harness/made-up.ts'
import { subtree } from './library/shape.ts'

/** A second process at the same database, as `descant` commands are. */
export async function openBeside(env: Record<string, string>) {
  const adapters = await chooseAdapters(loadConfig(env))
  const [account] = await adapters.control.read.accounts.all()
  if (!account) throw new Error('There is no library')
  const library = await adapters.libraries.of(account)
  const admin = (await library.read.users.all()).find(({ role }) => role === 'admin')
  if (!admin) throw new Error('There is no administrator')
  const token = await giveToken(adapters, account, admin)
  const folder = await folderNamed(subtree.name)

  async function folderNamed(name: string): Promise<Collection> {
    const found = (await library.read.collections.all()).find((one) => one.parentId === null && one.name === name)
    if (!found) throw new Error(`There is no folder ${name}`)
    return found
  }

  return {
    token,
    folderPath: `/api/v1/folder/${folder.id}`,
    ids: (limit: number): Promise<AssetId[]> => library.read.assets.idsAfter(null, limit),

    /** Commits so many new assets that have `tag`, five hundred at a time. */
    async importAssets(count: number, tag: string): Promise<void> {
      for (let done = 0; done < count; ) {
        const some = Array.from({ length: Math.min(500, count - done) }, () => someAsset({ tags: [tag] }))
        await library.transaction(async ({ assets, changes }) => {
          for (const asset of some) await assets.insert(asset)
          const time = adapters.clock.now()
          await changes.append(some.map(({ id, scheme }) => ({ event: 'asset.added' as const, scheme, id, time })))
        })
        done += some.length
      }
    },

    close: () => adapters.close(),
  }
}
export type Beside = Awaited<ReturnType<typeof openBeside>>

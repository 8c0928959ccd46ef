import { describe, expect, test } from 'vitest'
import type { Asset } from '../../src/domain/asset/asset.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import type { Share, ShareId } from '../../src/domain/sharing/share.ts'
import type { SharesWanted } from '../../src/domain/sharing/share-store.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someId } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function shareStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`shares: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withAssets(count: number): Promise<{ library: Library; assets: Asset[] }> {
      const library = await libraries.open()
      const assets = Array.from({ length: count }, () => someAsset())
      await library.transaction(async (stores) => {
        for (const asset of assets) await stores.assets.insert(asset)
      })
      return { library, assets }
    }
    const insert = (library: Library, ...all: Share[]) =>
      library.transaction(async ({ shares }) => {
        for (const share of all) await shares.insert(share)
      })
    const idsIn = ({ shares }: { shares: Share[] }) => shares.map(({ id }) => id)
    const everyones = { by: null, of: null, start: 0, limit: 100 }

    test('a share comes back as it was, its files in the order they were given', async () => {
      const { library, assets } = await withAssets(3)
      const assetIds = assets.map(({ id }) => id).toReversed()
      const share = someShare({ assetIds, expiresAt: noon + 1, hidesCreator: true, allowsPresets: true })
      const open = someShare({ assetIds: assetIds.slice(1), allowsOriginal: true, allowsCropAndResize: true })
      await insert(library, share, open)

      expect(await library.read.shares.find(share.id)).toEqual(share)
      expect(await library.read.shares.find(open.id)).toEqual(open)
      expect(await library.read.shares.find(someId<ShareId>())).toBeUndefined()
    })

    test('a thousand files are one share', async () => {
      const { library, assets } = await withAssets(1000)
      const share = someShare({ assetIds: assets.map(({ id }) => id) })
      await insert(library, share)

      expect((await library.read.shares.find(share.id))?.assetIds).toEqual(share.assetIds)
    })

    test('shares are listed newest first, page by page, with how many there are', async () => {
      const { library, assets } = await withAssets(1)
      const assetIds = assets.map(({ id }) => id)
      const shares = [3, 1, 2, 2].map((minute, index) =>
        someShare({ id: `share-${index}` as ShareId, assetIds, createdAt: noon + minute }),
      )
      await insert(library, ...shares)

      const first = await library.read.shares.list({ ...everyones, limit: 3 })
      const rest = await library.read.shares.list({ ...everyones, start: 3 })

      expect([first.found, idsIn(first)]).toEqual([4, ['share-0', 'share-3', 'share-2']])
      expect(first.shares[0]).toEqual(shares[0])
      expect([rest.found, idsIn(rest)]).toEqual([4, ['share-1']])
      expect(await library.read.shares.list({ ...everyones, start: 4 })).toEqual({ found: 4, shares: [] })
    })

    test('they can be narrowed to who shared and to one file', async () => {
      const { library, assets } = await withAssets(2)
      const [a, b] = assets.map(({ id }) => id)
      if (!a || !b) throw new Error('two assets')
      const mine = someShare({ assetIds: [a], createdBy: 'mara@acme.example' })
      const both = someShare({ assetIds: [b, a], createdBy: 'ines@acme.example', createdAt: noon - 1 })
      await insert(library, mine, both)
      const list = (narrowed: Partial<SharesWanted>) => library.read.shares.list({ ...everyones, ...narrowed })

      expect(idsIn(await list({ by: 'mara@acme.example' }))).toEqual([mine.id])
      expect(idsIn(await list({ of: a }))).toEqual([mine.id, both.id])
      expect(await list({ of: b })).toEqual({ found: 1, shares: [both] })
      expect(await list({ of: b, by: 'mara@acme.example' })).toEqual({ found: 0, shares: [] })
    })

    test('a revoked share says since when, the first time counting', async () => {
      const { library, assets } = await withAssets(1)
      const share = someShare({ assetIds: assets.map(({ id }) => id) })
      await insert(library, share)

      await library.transaction(({ shares }) => shares.revoke(share.id, noon + 5))
      await library.transaction(({ shares }) => shares.revoke(share.id, noon + 9))

      expect(await library.read.shares.find(share.id)).toEqual({ ...share, revokedAt: noon + 5 })
    })
  })
}

const someShare = (said: Partial<Share> = {}): Share => ({
  id: someId<ShareId>(),
  createdBy: 'mara@acme.example',
  createdByName: 'Mara Lind',
  createdAt: noon,
  expiresAt: null,
  revokedAt: null,
  hidesCreator: false,
  allowsOriginal: false,
  allowsCropAndResize: false,
  allowsPresets: false,
  assetIds: [],
  ...said,
})

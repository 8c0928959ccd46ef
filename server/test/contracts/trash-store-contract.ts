import { describe, expect, test } from 'vitest'
import type { Asset, AssetId } from '../../src/domain/asset/asset.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someId, someVersion } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function trashStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`the trash: ${database.name}`, () => {
    const libraries = librariesOn(database)

    /** One asset per time; `null` is not in the trash. */
    async function withTrash(...times: (number | null)[]) {
      const library = await libraries.open()
      const assets = times.map((_, n) => someAsset({ name: `asset ${n}` }))
      await library.transaction(async (stores) => {
        for (const [n, asset] of assets.entries()) {
          await stores.assets.insert(asset)
          const time = times[n]
          if (typeof time === 'number') await stores.assets.trash(asset.id, time)
        }
      })
      return { library, assets: assets as [Asset, ...Asset[]] }
    }
    const names = async (library: Library, start = 0, limit = 10) =>
      (await library.read.trash.list({ since: 0, start, limit })).assets.map(({ name }) => name)

    test('what was deleted last comes first, in pages, and says when', async () => {
      const { library, assets } = await withTrash(noon, noon + 2, null, noon + 1)

      expect(await names(library)).toEqual(['asset 1', 'asset 3', 'asset 0'])
      expect(await names(library, 1, 1)).toEqual(['asset 3'])
      const { found, assets: page } = await library.read.trash.list({ since: noon, start: 2, limit: 10 })
      const { id, scheme, name, owner, ownerName, current } = assets[0]
      expect({ found, page }).toEqual({
        found: 3,
        page: [{ id, scheme, name, owner, ownerName, size: current.size, trashedAt: noon, currentId: current.id }],
      })
      expect(await library.read.trash.list({ since: noon + 1, start: 0, limit: 10 })).toMatchObject({ found: 2 })
    })

    test('only what lies there is found', async () => {
      const { library, assets } = await withTrash(noon, null)

      const found = await library.read.trash.findMany([...assets.map(({ id }) => id), someId()])

      expect(found.map(({ id }) => id)).toEqual([assets[0].id])
      expect(await library.read.trash.findMany([])).toEqual([])
      expect(await library.read.trash.currentOf(assets[0].id)).toEqual(assets[0].current)
      expect(await library.read.trash.currentOf(assets[1]?.id ?? assets[0].id)).toBeUndefined()
    })

    test('what lies there longest is named first, up to a time that does not count itself', async () => {
      const { library, assets } = await withTrash(noon + 1, noon, null, noon + 2)

      const old = (time: number, limit = 10) => library.read.trash.trashedBefore(time, limit)

      expect(await old(noon + 2)).toEqual([assets[1]?.id, assets[0].id])
      expect(await old(noon + 2, 1)).toEqual([assets[1]?.id])
      expect(await old(noon)).toEqual([])
    })

    test('what is given up is as if it had lain there for ever, and only that', async () => {
      const { library, assets } = await withTrash(noon, noon, null)
      const giveUp = (which: Parameters<typeof library.read.trash.giveUp>[0]) =>
        library.transaction(({ trash }) => trash.giveUp(which))
      const ids = assets.map(({ id }) => id)

      expect(await giveUp([...ids.slice(1), someId<AssetId>()])).toBe(1)
      expect(await library.read.trash.trashedBefore(1, 10)).toEqual([ids[1]])
      expect(await giveUp('everything')).toBe(1)
      expect((await library.read.trash.trashedBefore(1, 10)).toSorted()).toEqual(ids.slice(0, 2).toSorted())
      expect(await library.read.assets.findMany(ids)).toHaveLength(1)
      expect(await giveUp('everything')).toBe(0)
    })

    test('an asset names the bytes of all its versions, each once', async () => {
      const { library, assets } = await withTrash(null)
      const [{ id, current }] = assets
      const other = someVersion({ assetId: id, no: 2 })
      const again = someVersion({ assetId: id, no: 3, sha256: current.sha256, object: current.object })
      await library.transaction(async ({ assets }) => {
        for (const version of [other, again]) await assets.addVersion(version)
        await assets.trash(id, noon)
      })

      const content = await library.read.trash.contentOf(id)

      expect(content).toHaveLength(2)
      expect(new Set(content.map(({ object }) => object))).toEqual(new Set([current.object, other.object]))
    })

    test('bytes are held by the trash alone until something else has them', async () => {
      const { library, assets } = await withTrash(noon, null)
      const [{ current }] = assets
      const holdsAlone = (sha256 = current.sha256, time = noon + 1) => library.read.trash.holdsAlone(sha256, time)

      expect(await holdsAlone()).toBe(true)
      expect(await holdsAlone(current.sha256, noon)).toBe(false)
      expect(await holdsAlone(assets[1]?.current.sha256)).toBe(false)
      expect(await holdsAlone('of nothing')).toBe(false)

      const id = someId<Asset['id']>()
      const twin = someAsset({ id, current: someVersion({ assetId: id, sha256: current.sha256 }) })
      await library.transaction((stores) => stores.assets.insert(twin))
      expect(await holdsAlone()).toBe(false)
    })

    test('what is erased is gone with everything of it; what is not in the trash stays', async () => {
      const { library, assets } = await withTrash(noon, null)
      const [gone, kept] = assets
      await library.transaction(async ({ trash }) => {
        for (const { id } of assets) await trash.erase(id)
      })

      expect(await library.read.trash.list({ since: 0, start: 0, limit: 10 })).toEqual({ found: 0, assets: [] })
      expect(await library.read.assets.findByContent(gone.current.sha256)).toEqual([])
      expect(await library.read.assets.findMany([kept?.id ?? gone.id])).toHaveLength(1)
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { Collection } from '../../src/domain/collection/collection.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someCollection } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function collectionStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`folders and albums: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withCollections(...collections: Collection[]) {
      const library = await libraries.open()
      await library.transaction(async (stores) => {
        for (const each of collections) await stores.collections.insert(each)
      })
      return library
    }

    test('a folder and the album in it come back as they were', async () => {
      const folder = someCollection({ kind: 'folder', description: 'Ünïcode', modifiedAt: noon + 3 })
      const album = someCollection({ parentId: folder.id })
      const library = await withCollections(folder, album)

      expect(await library.read.collections.find(folder.id)).toEqual(folder)
      expect(await library.read.collections.find(album.id)).toEqual(album)
      const all = await library.read.collections.all()
      expect(all).toHaveLength(2)
      expect(all).toEqual(expect.arrayContaining([folder, album]))
    })

    test('what is not there is undefined', async () => {
      const { collections } = (await withCollections()).read

      expect(await collections.find(someCollection().id)).toBeUndefined()
      expect(await collections.findChild(null, 'nothing')).toBeUndefined()
      expect(await collections.all()).toEqual([])
    })

    test('a child is found by its name without regard to case, at the root and below', async () => {
      const folder = someCollection({ kind: 'folder', name: 'Größe' })
      const album = someCollection({ parentId: folder.id, name: 'Größe' })
      const { collections } = (await withCollections(folder, album)).read

      expect(await collections.findChild(null, 'GRÖßE')).toEqual(folder)
      expect(await collections.findChild(folder.id, 'gro\u0308ße')).toEqual(album)
      expect(await collections.findChild(album.id, 'Größe')).toBeUndefined()
    })

    test.each([
      ['at the root', null],
      ['in a folder', someCollection({ kind: 'folder' })],
    ])('siblings %s have different names, folders and albums together', async (_where, parent) => {
      const parentId = parent?.id ?? null
      const taken = someCollection({ kind: 'folder', parentId, name: 'Größe' })
      const library = await withCollections(...(parent ? [parent] : []), taken)
      const insert = (collection: Collection) =>
        library.transaction(({ collections }) => collections.insert(collection))

      const refused = insert(someCollection({ kind: 'album', parentId, name: 'gRÖßE' }))

      await expect(refused).rejects.toMatchObject({ refusal: 'invalid', code: 'name-in-use' })
      await insert(someCollection({ parentId: taken.id, name: 'Größe' }))
    })

    test('of two who want a name at once one gets it', async () => {
      const library = await libraries.open()

      const both = await Promise.allSettled(
        ['Same', 'SAME'].map((name) =>
          library.transaction(({ collections }) => collections.insert(someCollection({ name }))),
        ),
      )

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    test('a taken id is refused, and another may be tried in the same transaction', async () => {
      const taken = someCollection()
      const library = await withCollections(taken)
      const next = someCollection()

      const code = await library.transaction(async ({ collections }) => {
        const refusal = await collections.insert({ ...next, id: taken.id }).catch((error) => error.code)
        await collections.insert(next)
        return refusal
      })

      expect(code).toBe('id-in-use')
      expect(await library.read.collections.find(next.id)).toEqual(next)
      expect(await library.read.collections.find(taken.id)).toEqual(taken)
    })

    test('an update renames, describes and moves; what is inside goes along', async () => {
      const [folder, other] = [someCollection({ kind: 'folder' }), someCollection({ kind: 'folder', name: 'Größe' })]
      const album = someCollection({ parentId: folder.id })
      const library = await withCollections(folder, other, album)
      const update = (collection: Collection) =>
        library.transaction(({ collections }) => collections.update(collection))

      const moved = { ...folder, parentId: other.id, name: 'Moved', description: 'there', modifiedAt: noon + 9 }
      await update({ ...moved, owner: 'somebody else', createdAt: 1 })
      await update(someCollection())

      const all = await library.read.collections.all()
      expect(all).toHaveLength(3)
      expect(all).toEqual(expect.arrayContaining([moved, other, album]))
    })

    test('an update takes no name that a sibling has, and may spell its own in another way', async () => {
      const taken = someCollection({ name: 'Größe' })
      const folder = someCollection({ kind: 'folder' })
      const inside = someCollection({ parentId: folder.id, name: 'GRÖßE' })
      const library = await withCollections(taken, folder, inside)
      const update = (collection: Collection) =>
        library.transaction(({ collections }) => collections.update(collection))

      for (const refused of [
        { ...folder, name: 'gRÖßE' },
        { ...inside, parentId: null },
      ]) {
        await expect(update(refused)).rejects.toMatchObject({ refusal: 'invalid', code: 'name-in-use' })
      }
      await update({ ...taken, name: 'GRÖßE' })
      expect((await library.read.collections.find(taken.id))?.name).toBe('GRÖßE')
    })

    test('a folder goes with what is inside, the assets of its albums stay and are in no album', async () => {
      const folder = someCollection({ kind: 'folder' })
      const inside = someCollection({ parentId: folder.id })
      const beside = someCollection()
      const library = await withCollections(folder, inside, beside)
      const [asset, trashed] = [someAsset({ albumIds: [inside.id] }), someAsset({ albumIds: [inside.id, beside.id] })]
      await library.transaction(async ({ assets }) => {
        await assets.insert(asset)
        await assets.insert(trashed)
        await assets.trash(trashed.id, noon)
      })
      expect(await library.read.collections.assetsIn([inside.id, folder.id, beside.id])).toEqual([asset.id])

      await library.transaction(({ collections }) => collections.delete([folder.id, inside.id]))

      expect(await library.read.collections.all()).toEqual([beside])
      expect((await library.read.assets.findMany([asset.id]))[0]?.albumIds).toEqual([])
      await library.transaction(({ assets }) => assets.restore(trashed.id))
      expect(await library.read.collections.assetsIn([beside.id])).toEqual([trashed.id])
      expect(await library.read.collections.assetsIn([])).toEqual([])
    })

    test('sizes count the assets of albums, the trashed left out and empty ones absent', async () => {
      const [full, empty] = [someCollection(), someCollection()]
      const library = await withCollections(full, empty)
      const [one, two] = [someAsset({ albumIds: [full.id] }), someAsset()]
      const sizes = () => library.read.collections.albumSizes()

      await library.transaction(async ({ assets }) => {
        await assets.insert(one)
        await assets.insert(two)
        await assets.addToAlbum(two.id, full.id)
        await assets.addToAlbum(two.id, full.id)
        await assets.addToAlbum(two.id, empty.id)
        await assets.removeFromAlbum(two.id, empty.id)
        await assets.removeFromAlbum(two.id, empty.id)
      })
      expect(await sizes()).toEqual(new Map([[full.id, 2]]))

      await library.transaction(({ assets }) => assets.trash(one.id, noon))
      expect(await sizes()).toEqual(new Map([[full.id, 1]]))

      await library.transaction(({ assets }) => assets.restore(one.id))
      expect(await sizes()).toEqual(new Map([[full.id, 2]]))
    })

    test('what consumers do not see of an album is counted, and when the next of it ends', async () => {
      const [album, other] = [someCollection(), someCollection()]
      const library = await withCollections(album, other)
      const hidden = (at: number) => library.read.collections.hiddenSizes(at)
      expect(await hidden(noon)).toEqual({ sizes: new Map(), until: null })

      const pending = someAsset({ albumIds: [album.id, other.id], approval: 'Pending' })
      const both = someAsset({ albumIds: [album.id], approval: 'Restricted', expiresAt: noon })
      const ending = someAsset({ albumIds: [album.id], expiresAt: noon + 5 })
      const trashed = someAsset({ albumIds: [album.id], approval: 'Pending' })
      await library.transaction(async ({ assets }) => {
        for (const each of [pending, both, ending, trashed, someAsset({ albumIds: [album.id] })])
          await assets.insert(each)
        await assets.trash(trashed.id, noon)
      })

      const sizes = (inAlbum: number) =>
        new Map([
          [album.id, inAlbum],
          [other.id, 1],
        ])
      expect(await hidden(noon)).toEqual({ sizes: sizes(2), until: noon + 5 })
      expect(await hidden(noon + 5)).toEqual({ sizes: sizes(3), until: null })
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someCollection, someGroup, somePortal, someUser } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function portalStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`portals: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withPortal() {
      const library = await libraries.open()
      const [mara, group] = [someUser(), someGroup()]
      const [folder, album] = [someCollection({ kind: 'folder' }), someCollection()]
      const portal = somePortal({
        name: 'Préss',
        contents: [album.id, folder.id],
        users: [mara.id],
        groups: [group.id],
      })
      await library.transaction(async ({ users, groups, collections, portals }) => {
        await users.insert(mara)
        await groups.insert(group)
        for (const each of [folder, album]) await collections.insert(each)
        await portals.insert(portal)
      })
      return { library, portal, mara, group, folder, album }
    }

    test('a portal comes back as it was, by id and by name without regard to case', async () => {
      const { library, portal } = await withPortal()

      expect(await library.read.portals.find(portal.id)).toEqual(portal)
      expect(await library.read.portals.findByName('PRÉSS')).toEqual(portal)
      expect(await library.read.portals.all()).toEqual([portal])
      expect(await library.read.portals.find(somePortal().id)).toBeUndefined()
      expect(await library.read.portals.findByName('press')).toBeUndefined()
    })

    test('a name is taken once over all kinds', async () => {
      const { library, portal } = await withPortal()
      const other = somePortal({ name: 'Other' })
      await library.transaction(({ portals }) => portals.insert(other))
      const taken = { refusal: 'invalid', code: 'name-in-use' }

      const again = somePortal({ name: 'PRÉSS', kind: 'styleguide' })
      await expect(library.transaction(({ portals }) => portals.insert(again))).rejects.toMatchObject(taken)
      const renamed = { ...other, name: 'préss' }
      await expect(library.transaction(({ portals }) => portals.update(renamed))).rejects.toMatchObject(taken)
      await library.transaction(({ portals }) => portals.update({ ...portal, name: 'PRÉSS' }))
      expect((await library.read.portals.all()).map(({ name }) => name)).toEqual(['Other', 'PRÉSS'])
    })

    test('an update replaces what it shows and whom it admits, of an unknown one nothing', async () => {
      const { library, portal, folder } = await withPortal()
      const changed = { ...portal, kind: 'workspace' as const, contents: [folder.id], users: [], groups: [] }

      await library.transaction(async ({ portals }) => {
        await portals.update(changed)
        await portals.update(somePortal({ name: 'nobody', contents: [folder.id] }))
      })

      expect(await library.read.portals.all()).toEqual([changed])
    })

    test('what each shows is what was chosen, all below it, and the assets asked for that are there', async () => {
      const { library, portal, folder } = await withPortal()
      const inner = someCollection({ kind: 'folder', parentId: folder.id })
      const [album, beside] = [someCollection({ parentId: inner.id }), someCollection()]
      const there = someAsset({ albumIds: [album.id, beside.id] })
      const [gone, elsewhere, unasked] = [
        someAsset({ albumIds: [album.id] }),
        someAsset({ albumIds: [beside.id] }),
        someAsset({ albumIds: [album.id] }),
      ]
      await library.transaction(async ({ collections, assets, portals }) => {
        for (const each of [inner, album, beside]) await collections.insert(each)
        for (const each of [there, gone, elsewhere, unasked]) await assets.insert(each)
        await assets.trash(gone.id, noon)
        await portals.update({ ...portal, contents: [folder.id, inner.id] })
      })

      const ids = [there, gone, elsewhere].map(({ id }) => id)
      const shown = await library.read.portals.showing(ids)

      const folders = [folder, inner].map(({ id }) => ({ portalId: portal.id, scheme: 'folder', id }))
      const all = [
        ...folders,
        { portalId: portal.id, scheme: 'album', id: album.id },
        { portalId: portal.id, scheme: there.scheme, id: there.id },
      ]
      expect(shown).toHaveLength(all.length)
      expect(shown).toEqual(expect.arrayContaining(all))
      expect(await library.read.portals.showing([])).toHaveLength(3)
    })

    test('who and what is gone is gone from it, and it can go itself', async () => {
      const { library, portal, mara, group } = await withPortal()
      await library.transaction(async ({ users, groups }) => {
        await users.delete(mara.id)
        await groups.delete(group.id)
      })
      expect(await library.read.portals.find(portal.id)).toEqual({ ...portal, users: [], groups: [] })

      await library.transaction(({ portals }) => portals.delete(portal.id))
      expect(await library.read.portals.all()).toEqual([])
    })
  })
}

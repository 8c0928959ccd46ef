import { describe, expect, test } from 'vitest'
import { librariesOn } from '../../../test/contracts/opened-for-tests.ts'
import { availableDatabases } from '../../../test/harness/databases.ts'
import { someAsset, someKeyword } from '../../../test/harness/made-up.ts'
import { noteAttached } from './note-attached.ts'

for (const database of availableDatabases()) {
  describe.skipIf(database.missing)(`notes of what is attached: ${database.name}`, () => {
    const libraries = librariesOn(database)

    test('what a deleted keyword left unnoted is noted a slice at a time, and says the same', async () => {
      const library = await libraries.open()
      const [old, kept] = [someKeyword(), someKeyword()]
      const some = Array.from({ length: 501 }, () => someAsset({ tags: ['tag'] }))
      await library.transaction(async ({ keywords, assets }) => {
        for (const keyword of [old, kept]) await keywords.insert(keyword)
        for (const asset of some) {
          await assets.insert(asset)
          for (const { id } of [old, kept]) await keywords.attach(asset.id, id)
        }
      })
      await library.transaction(({ keywords }) => keywords.delete(old.id))
      const ids = some.map(({ id }) => id)
      const before = await library.read.assets.findMany(ids)
      expect(await library.read.assets.notNoted(1000)).toHaveLength(501)

      await noteAttached({ library })

      expect(await library.read.assets.notNoted(1000)).toEqual([])
      expect(await library.read.assets.misnoted(ids)).toEqual([])
      expect(await library.read.assets.findMany(ids)).toEqual(before)
      expect(before[0]).toMatchObject({ tags: ['tag'], keywords: [kept.name] })
    })
  })
}

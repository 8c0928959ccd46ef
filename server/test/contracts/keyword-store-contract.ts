import { describe, expect, test } from 'vitest'
import type { Library } from '../../src/domain/ports/library.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someKeyword } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function keywordStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`keywords: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withKeywords(...names: string[]) {
      const library = await libraries.open()
      const keywords = names.map((name) => someKeyword({ name, description: `about ${name}` }))
      await library.transaction(async (stores) => {
        for (const keyword of keywords) await stores.keywords.insert(keyword)
      })
      return { library, keywords, first: keywords[0] ?? someKeyword() }
    }
    async function withAsset(library: Library) {
      const asset = someAsset()
      await library.transaction(({ assets }) => assets.insert(asset))
      return asset
    }
    const useOf = async (library: Library) =>
      (await library.read.keywords.allWithUse()).map(({ name, assets }) => [name, assets])

    test('a keyword of any symbols comes back as it was', async () => {
      const { library, first } = await withKeywords('C++ | "quoted" \\ 100 % _ 🐅 日本 <b>')

      expect(await library.read.keywords.find(first.id)).toEqual(first)
      expect(await library.read.keywords.findByName(first.name)).toEqual(first)
    })

    test('a name is found without regard to case or composition, in any script', async () => {
      const { library, first } = await withKeywords('Élan ВЕСНА')

      expect(await library.read.keywords.findByName('e\u0301lan весна')).toEqual(first)
      expect(await library.read.keywords.findByName('elan весна')).toBeUndefined()
    })

    test('what is not there is undefined', async () => {
      const { library } = await withKeywords()

      expect(await library.read.keywords.find(someKeyword().id)).toBeUndefined()
      expect(await library.read.keywords.allWithUse()).toEqual([])
    })

    test('a name is taken once, without regard to case', async () => {
      const { library } = await withKeywords('Frühling')

      const refused = library.transaction(({ keywords }) => keywords.insert(someKeyword({ name: 'FRÜHLING' })))

      await expect(refused).rejects.toMatchObject({ refusal: 'invalid', code: 'keyword-exists' })
    })

    test('a refused name does not spoil the rest of its transaction', async () => {
      const { library } = await withKeywords('taken')

      await library.transaction(async ({ keywords }) => {
        await keywords.insert(someKeyword({ name: 'Taken' })).catch(() => {})
        await keywords.insert(someKeyword({ name: 'free' }))
      })

      expect(await useOf(library)).toEqual([
        ['free', 0],
        ['taken', 0],
      ])
    })

    test('all come by name without regard to case', async () => {
      const { library } = await withKeywords('zoo', 'Apple', 'banana', 'Äpfel', 'a b', 'AB')

      expect((await useOf(library)).map(([name]) => name)).toEqual(['a b', 'AB', 'Apple', 'banana', 'zoo', 'Äpfel'])
    })

    test('a description is replaced, of an unknown keyword nothing', async () => {
      const { library, first } = await withKeywords('one')

      await library.transaction(async ({ keywords }) => {
        await keywords.describe(first.id, 'new')
        await keywords.describe(someKeyword().id, 'nothing')
      })

      expect(await library.read.keywords.find(first.id)).toEqual({ ...first, description: 'new' })
    })

    test('attaching says whether it did, and so does detaching', async () => {
      const { library, first } = await withKeywords('one')
      const { id } = await withAsset(library)

      const answers = await library.transaction(async ({ keywords }) => [
        await keywords.attach(id, first.id),
        await keywords.attach(id, first.id),
        await keywords.detach(id, first.id),
        await keywords.detach(id, first.id),
      ])

      expect(answers).toEqual([true, false, true, false])
      expect(await useOf(library)).toEqual([['one', 0]])
    })

    test('use counts assets, the trashed left out', async () => {
      const { library, first } = await withKeywords('one', 'two')
      const [kept, trashed] = [await withAsset(library), await withAsset(library)]
      await library.transaction(async ({ keywords, assets }) => {
        await keywords.attach(kept.id, first.id)
        await keywords.attach(trashed.id, first.id)
        await assets.trash(trashed.id, noon)
        await assets.trash(trashed.id, noon)
      })

      expect(await useOf(library)).toEqual([
        ['one', 1],
        ['two', 0],
      ])
      expect(await library.read.keywords.assetsWith(first.id)).toEqual([kept.id])

      await library.transaction(({ assets }) => assets.restore(trashed.id))
      expect(await useOf(library)).toEqual([
        ['one', 2],
        ['two', 0],
      ])
      expect(await library.read.keywords.assetsWith(first.id)).toEqual([kept.id, trashed.id].sort())
    })

    test('what happens to an asset in the trash counts when it comes back', async () => {
      const { library, keywords, first } = await withKeywords('off', 'on')
      const { id } = await withAsset(library)
      const on = keywords[1]?.id ?? first.id
      await library.transaction(async (stores) => {
        await stores.keywords.attach(id, first.id)
        await stores.assets.trash(id, noon)
        await stores.keywords.detach(id, first.id)
        await stores.keywords.attach(id, on)
      })
      expect((await useOf(library)).map(([, assets]) => assets)).toEqual([0, 0])

      await library.transaction(({ assets }) => assets.restore(id))

      expect(await useOf(library)).toEqual([
        ['off', 0],
        ['on', 1],
      ])
    })

    test('a deleted keyword leaves every asset', async () => {
      const { library, first } = await withKeywords('gone', 'stays')
      const { id } = await withAsset(library)
      const stays = await library.read.keywords.findByName('stays')
      await library.transaction(async ({ keywords }) => {
        await keywords.attach(id, first.id)
        await keywords.attach(id, stays?.id ?? first.id)
      })

      await library.transaction(({ keywords }) => keywords.delete(first.id))

      const [asset] = await library.read.assets.findMany([id])
      expect(asset?.keywords).toEqual(['stays'])
      expect(await library.read.keywords.find(first.id)).toBeUndefined()
      expect(await library.read.keywords.assetsWith(first.id)).toEqual([])
    })
  })
}

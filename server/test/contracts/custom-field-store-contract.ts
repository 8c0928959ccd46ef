import { describe, expect, test } from 'vitest'
import type { CustomFieldType } from '../../src/domain/custom-field/custom-field.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function customFieldStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`custom fields: ${database.name}`, () => {
    const libraries = librariesOn(database)

    const make = (library: Library, name: string, type: CustomFieldType = 'TEXT', choices: string[] = []) =>
      library.transaction(({ customFields }) => customFields.insert({ name, description: '', type, choices }))

    async function withAsset(library: Library) {
      const asset = someAsset()
      await library.transaction(({ assets }) => assets.insert(asset))
      return asset
    }
    const valuesOf = async (library: Library, id: ReturnType<typeof someAsset>['id']) =>
      (await library.read.assets.findMany([id]))[0]?.customValues

    test('each kind counts its own numbers, and types of one kind count together', async () => {
      const library = await libraries.open()
      const types = ['TEXT', 'LABEL', 'NUMBER', 'RATING', 'DATE', 'SINGLECHOICE', 'MULTICHOICE', 'URL'] as const

      const ids = []
      for (const type of types) ids.push((await make(library, `a ${type}`, type)).id)

      expect(ids).toEqual([
        'meta_text_0',
        'meta_text_1',
        'meta_num_0',
        'meta_num_1',
        'meta_date_0',
        'meta_choice_0',
        'meta_multichoice_0',
        'meta_url_0',
      ])
      expect((await library.read.customFields.all()).map(({ id }) => id)).toEqual(ids)
    })

    test('a number is never given again, nor is one that a failed transaction took', async () => {
      const library = await libraries.open()
      const first = await make(library, 'one')
      await library.transaction(({ customFields }) => customFields.delete(first.id))
      await expect(
        library.transaction(async ({ customFields }) => {
          await customFields.insert({ name: 'two', description: '', type: 'TEXT', choices: [] })
          throw new Error('no')
        }),
      ).rejects.toThrow('no')

      expect((await make(library, 'one')).id).toBe('meta_text_1')
    })

    test('a field comes back as it was', async () => {
      const library = await libraries.open()
      const field = await make(library, 'Größe "x" \\ 日本', 'MULTICHOICE', ['C++', 'a, b', 'Ünï'])

      expect(await library.read.customFields.find(field.id)).toEqual(field)
      expect(await library.read.customFields.find('meta_text_99')).toBeUndefined()
    })

    test('a name is taken once, without regard to case, and a refusal does not spoil its transaction', async () => {
      const library = await libraries.open()
      const spring = await make(library, 'Frühling')
      const other = await make(library, 'other')
      const insert = { name: 'FRÜHLING', description: '', type: 'DATE', choices: [] } as const

      await library.transaction(async ({ customFields }) => {
        const refusal = { refusal: 'invalid', code: 'name-in-use' }
        await expect(customFields.insert(insert)).rejects.toMatchObject(refusal)
        await expect(customFields.update({ ...other, name: 'frühling' })).rejects.toMatchObject(refusal)
        await customFields.update({ ...spring, name: 'FRÜHLING', description: 'new', choices: ['x'] })
      })

      expect(await library.read.customFields.find(spring.id)).toEqual({
        ...spring,
        name: 'FRÜHLING',
        description: 'new',
        choices: ['x'],
      })
    })

    test('two who take the same name at once do not both get it', async () => {
      const library = await libraries.open()

      const made = await Promise.allSettled([make(library, 'Same'), make(library, 'same'), make(library, 'SAME')])

      expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await library.read.customFields.all()).toHaveLength(1)
    })

    test('an asset has the values set last', async () => {
      const library = await libraries.open()
      const text = await make(library, 'text')
      const choice = await make(library, 'choice', 'MULTICHOICE', ['a', 'b'])
      const { id } = await withAsset(library)

      await library.transaction(async ({ customFields }) => {
        await customFields.setValue(id, text.id, 'old')
        await customFields.setValue(id, text.id, 'Zwei\nZeilen "und" \\ mehr 🐅')
        await customFields.setValue(id, choice.id, ['b', 'a'])
      })
      expect(await valuesOf(library, id)).toEqual({
        meta_text_0: 'Zwei\nZeilen "und" \\ mehr 🐅',
        meta_multichoice_0: ['b', 'a'],
      })

      await library.transaction(async ({ customFields }) => {
        await customFields.setValue(id, text.id, null)
        await customFields.setValue(id, text.id, null)
      })
      expect(await valuesOf(library, id)).toEqual({ meta_multichoice_0: ['b', 'a'] })
    })

    test('no text of a value is an obstacle, nor do others beside it', async () => {
      const library = await libraries.open()
      const [zulu, alpha] = [await make(library, 'zulu'), await make(library, 'alpha')]
      const { id } = await withAsset(library)
      const texts = ['","b":"\u0000\u2028\t', '{"a":[1,\'2\']} 🐅\ud800 1e400'] as const

      await library.transaction(async ({ customFields }) => {
        await customFields.setValue(id, alpha.id, texts[1])
        await customFields.setValue(id, zulu.id, texts[0])
      })

      expect(Object.entries((await valuesOf(library, id)) ?? {})).toEqual([
        [zulu.id, texts[0]],
        [alpha.id, texts[1]],
      ])
    })

    test('a deleted field leaves every asset', async () => {
      const library = await libraries.open()
      const [text, other] = [await make(library, 'text'), await make(library, 'other')]
      const { id } = await withAsset(library)
      const trashed = await withAsset(library)
      await library.transaction(async ({ customFields, assets }) => {
        for (const asset of [id, trashed.id]) await customFields.setValue(asset, text.id, 'a')
        await customFields.setValue(id, other.id, 'b')
        await assets.trash(trashed.id, noon)
      })
      expect(await library.read.customFields.assetsWith(text.id)).toEqual([id])

      await library.transaction(({ customFields }) => customFields.delete(text.id))

      expect(await valuesOf(library, id)).toEqual({ [other.id]: 'b' })
      expect(await library.read.customFields.assetsWith(text.id)).toEqual([])
      expect(await library.read.customFields.all()).toEqual([other])
    })
  })
}

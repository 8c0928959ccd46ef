import { describe, expect, test } from 'vitest'
import type { Preset } from '../../src/domain/preset/preset.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { someId } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

const somePreset = (said: Partial<Preset> = {}): Preset => ({
  id: someId(),
  name: 'Small',
  description: 'for "slides"',
  width: 320,
  height: 200,
  keepAspectRatio: true,
  mainLibraryEnabled: true,
  portalEnabled: false,
  ...said,
})

export function presetStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`presets: ${database.name}`, () => {
    const libraries = librariesOn(database)

    test('presets come back as they were, by name without regard to case', async () => {
      const library = await libraries.open()
      const presets = [somePreset({ name: 'b' }), somePreset({ name: 'A', keepAspectRatio: false }), somePreset()]
      await library.transaction(async (stores) => {
        for (const preset of presets) await stores.presets.insert(preset)
      })

      expect(await library.read.presets.all()).toEqual([presets[1], presets[0], presets[2]])
      expect(await library.read.presets.find(presets[0]?.id ?? someId())).toEqual(presets[0])
      expect(await library.read.presets.find(someId())).toBeUndefined()
    })

    test('a name is taken once, without regard to case, and a refusal does not spoil its transaction', async () => {
      const library = await libraries.open()
      const [small, large] = [somePreset({ name: 'Größe' }), somePreset({ name: 'Large' })]
      const refusal = { refusal: 'invalid', code: 'name-in-use' }

      await library.transaction(async ({ presets }) => {
        await presets.insert(small)
        await presets.insert(large)
        await expect(presets.insert(somePreset({ name: 'GRÖßE' }))).rejects.toMatchObject(refusal)
        await expect(presets.update({ ...large, name: 'größe' })).rejects.toMatchObject(refusal)
        await presets.update({ ...small, name: 'GRÖßE', width: 99, portalEnabled: true })
        await presets.update(somePreset({ name: 'of nobody' }))
      })

      expect(await library.read.presets.all()).toEqual([
        { ...small, name: 'GRÖßE', width: 99, portalEnabled: true },
        large,
      ])
    })

    test('a deleted one is gone, and its name free', async () => {
      const library = await libraries.open()
      const preset = somePreset()
      await library.transaction(async ({ presets }) => {
        await presets.insert(preset)
        await presets.delete(preset.id)
        await presets.delete(preset.id)
        await presets.insert(somePreset())
      })

      expect(await library.read.presets.find(preset.id)).toBeUndefined()
      expect(await library.read.presets.all()).toHaveLength(1)
    })
  })
}

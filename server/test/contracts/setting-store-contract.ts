import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/domain/setting/library-settings.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { librariesOn } from './opened-for-tests.ts'

export function settingStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`settings: ${database.name}`, () => {
    const libraries = librariesOn(database)

    test('what was never written has its default, and writing some leaves the others', async () => {
      const library = await libraries.open()
      expect(await library.read.settings.read()).toEqual(defaultSettings)

      await library.transaction(({ settings }) => settings.write({ drm: true }))
      await library.transaction(({ settings }) => settings.write({ approvalProcess: true, drm: true }))
      expect(await library.read.settings.read()).toEqual({ ...defaultSettings, approvalProcess: true, drm: true })

      await library.transaction(({ settings }) => settings.write({ drm: false }))
      await library.transaction(({ settings }) => settings.write({}))
      expect(await library.read.settings.read()).toEqual({ ...defaultSettings, approvalProcess: true })
    })
  })
}

import type { Kysely } from 'kysely'
import { defaultSettings, type LibrarySettings } from '../../../domain/setting/library-settings.ts'
import type { SettingStore } from '../../../domain/setting/setting-store.ts'
import type { LibrarySchema } from '../library-schema.ts'

export const settingStore = (db: Kysely<LibrarySchema>): SettingStore => ({
  async read() {
    const rows = await db.selectFrom('setting').selectAll().execute()
    const known = rows.filter(({ name }) => Object.hasOwn(defaultSettings, name))
    const written = Object.fromEntries(known.map(({ name, value }) => [name, JSON.parse(value)]))
    return { ...defaultSettings, ...(written as Partial<LibrarySettings>) }
  },

  async write(settings) {
    for (const [name, value] of Object.entries(settings)) {
      if (value === undefined) continue
      const row = { name, value: JSON.stringify(value) }
      await db
        .insertInto('setting')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value }))
        .execute()
    }
  },
})

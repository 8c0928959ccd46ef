import type { Kysely } from 'kysely'
import { Invalid } from '../../../domain/domain-error.ts'
import { fold } from '../../../domain/fold.ts'
import type { Preset, PresetId } from '../../../domain/preset/preset.ts'
import type { PresetStore } from '../../../domain/preset/preset-store.ts'
import type { LibrarySchema, PresetRow } from '../library-schema.ts'

export const presetStore = (db: Kysely<LibrarySchema>): PresetStore => ({
  async insert(preset) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('preset')
      .values(toRow(preset))
      .onConflict((conflict) => conflict.column('name_folded').doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) throw nameTaken(preset)
  },

  async update(preset) {
    // Looked up and not caught: a refused statement would end the whole transaction on PostgreSQL.
    const other = await db
      .selectFrom('preset')
      .select('id')
      .where('name_folded', '=', fold(preset.name))
      .where('id', '!=', preset.id)
      .executeTakeFirst()
    if (other) throw nameTaken(preset)
    const { id, ...columns } = toRow(preset)
    await db.updateTable('preset').set(columns).where('id', '=', id).execute()
  },

  async delete(id) {
    await db.deleteFrom('preset').where('id', '=', id).execute()
  },

  async find(id) {
    const row = await db.selectFrom('preset').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async all() {
    const rows = await db.selectFrom('preset').selectAll().orderBy('name_folded').execute()
    return rows.map(fromRow)
  },
})

const nameTaken = ({ name }: Preset) => new Invalid(`name: there is a preset ${name}`, 'name-in-use')

const toRow = (preset: Preset): PresetRow => ({
  id: preset.id,
  name: preset.name,
  name_folded: fold(preset.name),
  description: preset.description,
  width: preset.width,
  height: preset.height,
  keep_aspect_ratio: Number(preset.keepAspectRatio),
  main_library_enabled: Number(preset.mainLibraryEnabled),
  portal_enabled: Number(preset.portalEnabled),
})

const fromRow = (row: PresetRow): Preset => ({
  id: row.id as PresetId,
  name: row.name,
  description: row.description,
  width: row.width,
  height: row.height,
  keepAspectRatio: row.keep_aspect_ratio === 1,
  mainLibraryEnabled: row.main_library_enabled === 1,
  portalEnabled: row.portal_enabled === 1,
})

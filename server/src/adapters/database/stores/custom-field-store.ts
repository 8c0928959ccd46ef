import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import {
  type CustomField,
  type CustomFieldId,
  type CustomFieldKind,
  type CustomFieldType,
  kindOfType,
} from '../../../domain/custom-field/custom-field.ts'
import type { CustomFieldStore } from '../../../domain/custom-field/custom-field-store.ts'
import { Invalid } from '../../../domain/domain-error.ts'
import { fold } from '../../../domain/fold.ts'
import type { CustomFieldRow, LibrarySchema } from '../library-schema.ts'
import type { AttachedNotes } from './attached-notes.ts'

export function customFieldStore(db: Kysely<LibrarySchema>, notes: AttachedNotes): CustomFieldStore {
  /** Looked up and not caught: a refused statement would end the whole transaction on PostgreSQL. */
  async function mustBeFree(name: string, except: CustomFieldId | null): Promise<void> {
    const other = await db
      .selectFrom('custom_field')
      .select('id')
      .where('name_folded', '=', fold(name))
      .where('id', '!=', except ?? '')
      .executeTakeFirst()
    if (other) throw new Invalid(`name: there is a custom field ${name}`, 'name-in-use')
  }

  async function nextNumber(kind: CustomFieldKind | 'position'): Promise<number> {
    const { next } = await db
      .updateTable('custom_field_number')
      .set((row) => ({ next: row('next', '+', 1) }))
      .where('kind', '=', kind)
      .returning('next')
      .executeTakeFirstOrThrow()
    return next - 1
  }

  return {
    async insert(field) {
      // counted first: its row's lock makes those who insert at the same time look at the names one after the other
      const position = await nextNumber('position')
      await mustBeFree(field.name, null)
      const kind = kindOfType[field.type]
      const id: CustomFieldId = `meta_${kind}_${await nextNumber(kind)}`
      await db
        .insertInto('custom_field')
        .values({ ...toRow({ ...field, id }), type: field.type, position })
        .execute()
      return { ...field, id }
    },

    async update(field) {
      await mustBeFree(field.name, field.id)
      const { id, ...columns } = toRow(field)
      await db.updateTable('custom_field').set(columns).where('id', '=', id).execute()
    },

    async delete(id) {
      await notes.clear(db.selectFrom('asset_custom_value').select('asset_id').where('field_id', '=', id).$asScalar())
      // Its values go with it: they reference it `on delete cascade`.
      await db.deleteFrom('custom_field').where('id', '=', id).execute()
    },

    async find(id) {
      const row = await db.selectFrom('custom_field').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    async all() {
      const rows = await db.selectFrom('custom_field').selectAll().orderBy('position').execute()
      return rows.map(fromRow)
    },

    async setValue(asset, field, value) {
      if (value === null) {
        await db.deleteFrom('asset_custom_value').where('asset_id', '=', asset).where('field_id', '=', field).execute()
      } else {
        const written = JSON.stringify(value)
        await db
          .insertInto('asset_custom_value')
          .values({ asset_id: asset, field_id: field, value: written })
          .onConflict((conflict) => conflict.columns(['asset_id', 'field_id']).doUpdateSet({ value: written }))
          .execute()
      }
      await notes.write([asset])
    },

    async assetsWith(id) {
      const rows = await db
        .selectFrom('asset_custom_value as v')
        .innerJoin('asset as a', 'a.id', 'v.asset_id')
        .select('a.id')
        .where('v.field_id', '=', id)
        .where('a.trashed_at', 'is', null)
        .orderBy('a.id')
        .execute()
      return rows.map((row) => row.id as AssetId)
    },
  }
}

const toRow = ({ id, name, description, choices }: Omit<CustomField, 'type'>) => ({
  id,
  name,
  name_folded: fold(name),
  description,
  choices: JSON.stringify(choices),
})

const fromRow = (row: CustomFieldRow): CustomField => ({
  id: row.id as CustomFieldId,
  name: row.name,
  description: row.description,
  type: row.type as CustomFieldType,
  choices: JSON.parse(row.choices),
})

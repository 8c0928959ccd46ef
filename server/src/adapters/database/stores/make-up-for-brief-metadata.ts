import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { metadataToRow } from './version-row.ts'

/** Of versions that an earlier release has written. */
export async function makeUpForBriefMetadata(
  db: Kysely<LibrarySchema>,
  dialect: SqlDialect,
  ids: readonly AssetId[],
): Promise<void> {
  const lacking = await db
    .selectFrom('version')
    .select(['id', 'metadata'])
    .where((version) => dialect.isAnyOf(version.ref('asset_id'), ids))
    .where('brief_metadata', 'is', null)
    .execute()
  for (const { id, metadata } of lacking) {
    const { brief_metadata } = metadataToRow(JSON.parse(metadata))
    await db.updateTable('version').set({ brief_metadata }).where('id', '=', id).execute()
  }
}

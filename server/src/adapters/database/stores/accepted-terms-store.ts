import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { AcceptedTermsStore } from '../../../domain/terms/accepted-terms-store.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'

export const acceptedTermsStore = (db: Kysely<LibrarySchema>, dialect: SqlDialect): AcceptedTermsStore => ({
  async accept(user, asset, terms, at) {
    await db
      .insertInto('accepted_terms')
      .values({ user_id: user, asset_id: asset, terms, accepted_at: at })
      .onConflict((conflict) => conflict.columns(['user_id', 'asset_id']).doUpdateSet({ terms, accepted_at: at }))
      .execute()
  },

  async acceptedBy(user, assets) {
    const rows = await db
      .selectFrom('accepted_terms')
      .select(['asset_id', 'terms'])
      .where('user_id', '=', user)
      .where((row) => dialect.isAnyOf(row.ref('asset_id'), assets))
      .execute()
    return new Map(rows.map((row) => [row.asset_id as AssetId, row.terms]))
  },
})

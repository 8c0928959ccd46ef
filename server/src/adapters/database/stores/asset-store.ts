import type { Kysely } from 'kysely'
import type { Asset, AssetId } from '../../../domain/asset/asset.ts'
import type { AssetStore } from '../../../domain/asset/asset-store.ts'
import type { Scheme } from '../../../domain/asset/scheme.ts'
import type { VersionId } from '../../../domain/asset/version.ts'
import { fold } from '../../../domain/fold.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { assetToRow } from './asset-row.ts'
import { gathered, gatheredVersion } from './attached.ts'
import { attachedNotes } from './attached-notes.ts'
import { columnsGiven } from './columns-given.ts'
import type { CompiledQueries } from './compiled-queries.ts'
import { countAllOfAsset, countOnAsset } from './count-on-asset.ts'
import { findAssets, findBriefAssets } from './find-assets.ts'
import { inserts } from './inserts.ts'
import { makeUpForBriefMetadata } from './make-up-for-brief-metadata.ts'
import { lackedFrom, metadataToRow, versionFromRow, versionToRow } from './version-row.ts'

export function assetStore(db: Kysely<LibrarySchema>, dialect: SqlDialect, compiled: CompiledQueries): AssetStore {
  const notes = attachedNotes(db, dialect, compiled)
  const versions = (id: AssetId) =>
    db
      .selectFrom('version as v')
      .innerJoin('asset as a', 'a.id', 'v.asset_id')
      .selectAll('v')
      .where('v.asset_id', '=', id)
      .where('a.trashed_at', 'is', null)

  return {
    async insert(asset) {
      await db.insertInto('asset').values(assetToRow(asset)).execute()
      await db.insertInto('version').values(versionToRow(asset.current)).execute()
      for (const tags of inserts(tagRows(asset))) await db.insertInto('asset_tag').values(tags).execute()
      const albums = [...new Set(asset.albumIds)].map((album) => ({ asset_id: asset.id, album_id: album }))
      for (const some of inserts(albums)) await db.insertInto('asset_album').values(some).execute()
      if (albums.length > 0) await countAllOfAsset(db, asset.id, 1)
      await notes.writeAll([asset.id])
    },

    findMany: findAssets({ db, dialect, compiled }),
    findBriefs: findBriefAssets({ db, dialect, compiled }),

    async update(id, fields) {
      const columns = columnsGiven({
        scheme: fields.scheme,
        name: fields.name,
        description: fields.description,
        author: fields.author,
        copyright: fields.copyright,
        terms_and_conditions: fields.termsAndConditions,
        modified_at: fields.modifiedAt,
        approval: fields.approval,
        expires_at: fields.expiresAt,
      })
      if (columns) await db.updateTable('asset').set(columns).where('id', '=', id).execute()
    },

    async touch(ids, modifiedAt) {
      const touched = await db
        .updateTable('asset')
        .set({ modified_at: modifiedAt })
        .where((asset) => dialect.isAnyOf(asset.ref('id'), ids))
        .where('trashed_at', 'is', null)
        .returning(['id', 'scheme'])
        .execute()
      return touched as Pick<Asset, 'id' | 'scheme'>[]
    },

    async addTag(id, tag) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('asset_tag')
        .values((row) => ({
          asset_id: id,
          tag_folded: fold(tag),
          tag,
          position: row
            .selectFrom('asset_tag as t')
            .select((t) => t(t.fn.coalesce(t.fn.max('t.position'), t.lit(0)), '+', t.lit(1)).as('next'))
            .where('t.asset_id', '=', id),
        }))
        .onConflict((conflict) => conflict.columns(['asset_id', 'tag_folded']).doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) return false
      await notes.write([id])
      return true
    },

    async removeTag(id, tag) {
      const { numDeletedRows } = await db
        .deleteFrom('asset_tag')
        .where('asset_id', '=', id)
        .where('tag_folded', '=', fold(tag))
        .executeTakeFirstOrThrow()
      if (numDeletedRows === 0n) return false
      await notes.write([id])
      return true
    },

    async addToAlbum(id, album) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('asset_album')
        .values({ asset_id: id, album_id: album })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) return false
      await countOnAsset(db, 'collection', album, id, 1)
      await notes.write([id])
      return true
    },

    async removeFromAlbum(id, album) {
      const { numDeletedRows } = await db
        .deleteFrom('asset_album')
        .where('asset_id', '=', id)
        .where('album_id', '=', album)
        .executeTakeFirstOrThrow()
      if (numDeletedRows === 0n) return false
      await countOnAsset(db, 'collection', album, id, -1)
      await notes.write([id])
      return true
    },

    async addVersion(version) {
      const { numUpdatedRows } = await db
        .updateTable('asset')
        .set({ current_no: version.no })
        .where('id', '=', version.assetId)
        .where('current_no', '=', version.no - 1)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) throw new Error(`Version ${version.no} does not follow the last of ${version.assetId}`)
      await db.insertInto('version').values(versionToRow(version)).execute()
      await notes.writeAll([version.assetId])
    },

    async versionsOf(id) {
      return (await versions(id).orderBy('v.no', 'desc').execute()).map((row) => versionFromRow(row))
    },

    async findVersion(id, version) {
      const row = await versions(id).where('v.id', '=', version).executeTakeFirst()
      return row && versionFromRow(row)
    },

    async recordExamination(id, version, { measures, metadata, hasPreview, lacked, ...said }) {
      const { scheme, extension, contentType: content_type, text } = said
      const { createdInFileAt: created_in_file_at, ...pixels } = measures
      const { numUpdatedRows } = await db
        .updateTable('version')
        .set({ scheme, extension, content_type, text, created_in_file_at, ...pixels })
        .set({ ...metadataToRow(metadata), has_preview: Number(hasPreview), lacked: lacked.join(' ') })
        .where('asset_id', '=', id)
        .where('id', '=', version)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return
      const isCurrent = db.selectFrom('version as v').select('v.no').where('v.id', '=', version)
      await db.updateTable('asset').set({ scheme }).where('id', '=', id).where('current_no', '=', isCurrent).execute()
      await notes.writeAll([id])
    },

    async listVersions({ after, limit, lacking, scheme }) {
      const rows = await db
        .selectFrom('version as v')
        .innerJoin('asset as a', 'a.id', 'v.asset_id')
        .select(['v.id', 'v.asset_id', 'v.scheme', 'v.extension', 'v.content_type', 'v.lacked'])
        .where('a.trashed_at', 'is', null)
        .where('v.id', '>', after ?? '')
        .$if(lacking, (versions) => versions.where('v.lacked', '<>', ''))
        .$if(scheme !== null, (versions) => versions.where('v.scheme', '=', scheme ?? ''))
        .orderBy('v.id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        id: row.id as VersionId,
        assetId: row.asset_id as AssetId,
        scheme: row.scheme as Scheme,
        extension: row.extension,
        contentType: row.content_type,
        lacked: lackedFrom(row.lacked),
      }))
    },

    async commentVersion(id, version, comment) {
      await db.updateTable('version').set({ comment }).where('asset_id', '=', id).where('id', '=', version).execute()
    },

    async trash(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('asset')
        .set({ trashed_at: at })
        .where('id', '=', id)
        .where('trashed_at', 'is', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows > 0n) await countAllOfAsset(db, id, -1)
    },

    async restore(id) {
      const { numUpdatedRows } = await db
        .updateTable('asset')
        .set({ trashed_at: null })
        .where('id', '=', id)
        .where('trashed_at', 'is not', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows > 0n) await countAllOfAsset(db, id, 1)
    },

    async count() {
      const { assets } = await db
        .selectFrom('asset')
        .select((row) => row.fn.countAll<number>().as('assets'))
        .where('trashed_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(assets)
    },

    async idsAfter(after, limit) {
      const rows = await db
        .selectFrom('asset')
        .select('id')
        .where('id', '>', after ?? '')
        .where('trashed_at', 'is', null)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id as AssetId)
    },

    async findByContent(sha256) {
      const rows = await db
        .selectFrom('version')
        .select('asset_id')
        .distinct()
        .where('sha256', '=', sha256)
        .orderBy('asset_id')
        .execute()
      return rows.map((row) => row.asset_id as AssetId)
    },

    async findInAlbums(ids, albums) {
      const rows = await db
        .selectFrom('asset_album')
        .select('asset_id')
        .distinct()
        .where((row) => dialect.isAnyOf(row.ref('asset_id'), ids))
        .where((row) => dialect.isAnyOf(row.ref('album_id'), albums))
        .execute()
      return rows.map((row) => row.asset_id as AssetId)
    },

    async expiringBetween(from, until) {
      const rows = await db
        .selectFrom('asset')
        .select('id')
        .where('expires_at', '>', from)
        .where('expires_at', '<=', until)
        .where('trashed_at', 'is', null)
        .orderBy('expires_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => row.id as AssetId)
    },

    async notNoted(limit) {
      const rows = await db.selectFrom('asset').select('id').where('attached', 'is', null).limit(limit).execute()
      return rows.map((row) => row.id as AssetId)
    },

    async misnoted(ids) {
      const rows = await db
        .selectFrom('asset as a')
        .select('a.id')
        .where((asset) => dialect.isAnyOf(asset.ref('a.id'), ids))
        .where('a.attached', 'is not', null)
        .where((asset) =>
          asset.or([
            asset('a.attached', '<>', gathered(asset, dialect)),
            asset(asset.fn.coalesce('a.current_version', asset.val('')), '<>', gatheredVersion(asset, dialect)),
          ]),
        )
        .execute()
      return rows.map((row) => row.id as AssetId)
    },

    async noteAttached(ids) {
      await makeUpForBriefMetadata(db, dialect, ids)
      await notes.writeAll(ids)
    },
  }
}

/** Without doubles; the first spelling stays. */
function tagRows({ id, tags }: Asset): LibrarySchema['asset_tag'][] {
  const byFolded = new Map<string, string>()
  for (const tag of tags) if (!byFolded.has(fold(tag))) byFolded.set(fold(tag), tag)
  return [...byFolded].map(([tag_folded, tag], index) => ({ asset_id: id, tag_folded, tag, position: index + 1 }))
}

import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { Scheme } from '../../../domain/asset/scheme.ts'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import type { ListedUpload, Upload, UploadState } from '../../../domain/intake/upload.ts'
import type { UploadStore } from '../../../domain/intake/upload-store.ts'
import type { PortalId } from '../../../domain/portal/portal.ts'
import type { ObjectKey } from '../../../domain/ports/object-store.ts'
import type { LibrarySchema, UploadRow } from '../library-schema.ts'
import { columnsGiven } from './columns-given.ts'

export const uploadStore = (db: Kysely<LibrarySchema>): UploadStore => ({
  async insert(upload) {
    await db.insertInto('upload').values(toRow(upload)).execute()
  },

  async find(id) {
    const row = await db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async update(id, { state, message, scheme, takeInAnyway, finishedAt }) {
    const columns = columnsGiven({
      state,
      message,
      scheme,
      take_in_anyway: takeInAnyway === undefined ? undefined : Number(takeInAnyway),
      finished_at: finishedAt,
    })
    if (columns) await db.updateTable('upload').set(columns).where('id', '=', id).execute()
  },

  async since(time, by, limit) {
    const rows = await db
      .selectFrom('upload')
      .select(listedColumns)
      .where('uploaded_at', '>=', time)
      .$if(by !== null, (uploads) => uploads.where('uploaded_by', '=', by))
      .orderBy('uploaded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(listedFromRow)
  },

  async findByContent(sha256) {
    const rows = await db.selectFrom('upload').selectAll().where('sha256', '=', sha256).execute()
    return rows.map(fromRow)
  },

  async failedBefore(time, limit) {
    const rows = await db
      .selectFrom('upload')
      .selectAll()
      .where('state', '=', 'Error')
      .where('finished_at', '<', time)
      .orderBy('finished_at')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(fromRow)
  },

  async delete(id) {
    await db.deleteFrom('upload').where('id', '=', id).execute()
  },

  async countUnfinished() {
    const { uploads } = await db
      .selectFrom('upload')
      .select((row) => row.fn.countAll<number>().as('uploads'))
      .where('state', 'in', ['Initial', 'Queue', 'Processing'])
      .executeTakeFirstOrThrow()
    return uploads
  },
})

const toRow = (upload: Upload): UploadRow => ({
  id: upload.id,
  file_name: upload.fileName,
  object: upload.object,
  size: upload.size,
  md5: upload.md5,
  sha256: upload.sha256,
  uploaded_by: upload.uploadedBy,
  uploaded_by_name: upload.uploadedByName,
  uploaded_at: upload.uploadedAt,
  state: upload.state,
  message: upload.message,
  scheme: upload.scheme,
  tags: JSON.stringify(upload.tags),
  given: JSON.stringify(upload.given),
  album_id: upload.albumId,
  version_of: upload.versionOf,
  portal_id: upload.portalId,
  take_in_anyway: Number(upload.takeInAnyway),
  finished_at: upload.finishedAt,
})

const fromRow = (row: UploadRow): Upload => ({
  ...listedFromRow(row),
  object: row.object as ObjectKey,
  size: row.size,
  md5: row.md5,
  sha256: row.sha256,
  uploadedBy: row.uploaded_by,
  uploadedByName: row.uploaded_by_name,
  tags: JSON.parse(row.tags),
  albumId: row.album_id as CollectionId | null,
  finishedAt: row.finished_at,
})

/** A list may have ten thousand, and whoever sends them asks for it every second. */
const listedColumns = [
  'id',
  'file_name',
  'uploaded_at',
  'state',
  'message',
  'scheme',
  'version_of',
  'portal_id',
  'given',
  'take_in_anyway',
] as const

const listedFromRow = (row: Pick<UploadRow, (typeof listedColumns)[number]>): ListedUpload => ({
  id: row.id as AssetId,
  fileName: row.file_name,
  uploadedAt: row.uploaded_at,
  state: row.state as UploadState,
  message: row.message,
  scheme: row.scheme as Scheme | null,
  versionOf: row.version_of as AssetId | null,
  portalId: row.portal_id as PortalId | null,
  given: row.given === '{}' ? {} : JSON.parse(row.given),
  takeInAnyway: row.take_in_anyway === 1,
})

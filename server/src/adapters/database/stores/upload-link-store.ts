import type { Kysely } from 'kysely'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import type { UploadLink, UploadLinkId } from '../../../domain/upload-link/upload-link.ts'
import type { UploadLinkStore } from '../../../domain/upload-link/upload-link-store.ts'
import type { LibrarySchema, UploadLinkRow } from '../library-schema.ts'

export const uploadLinkStore = (db: Kysely<LibrarySchema>): UploadLinkStore => ({
  async insert(link) {
    await db.insertInto('upload_link').values(toRow(link)).execute()
  },

  async find(id) {
    const row = await db.selectFrom('upload_link').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async list({ by, start, limit }) {
    const links = db.selectFrom('upload_link as l').$if(by !== null, (each) => each.where('l.created_by', '=', by))
    const { found } = await links.select((link) => link.fn.countAll<number>().as('found')).executeTakeFirstOrThrow()
    const rows = await links
      .selectAll('l')
      .select((link) =>
        link
          .selectFrom('upload_link_file as f')
          .select((file) => file.fn.countAll<number>().as('files'))
          .whereRef('f.link_id', '=', 'l.id')
          .where('f.upload_id', 'is not', null)
          .as('files'),
      )
      .orderBy('l.created_at', 'desc')
      .orderBy('l.id', 'desc')
      .limit(limit)
      .offset(start)
      .execute()
    return { found, links: rows.map(({ files, ...row }) => ({ ...fromRow(row), files: files ?? 0 })) }
  },

  async setAlbum(id, album) {
    await db.updateTable('upload_link').set({ album_id: album }).where('id', '=', id).execute()
  },

  async revoke(id, at) {
    await db
      .updateTable('upload_link')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
  },

  async beginFile({ id, linkId, sender, begunAt }) {
    const row = { id, link_id: linkId, sender, begun_at: begunAt, upload_id: null }
    await db.insertInto('upload_link_file').values(row).execute()
  },

  async endFile(id, upload) {
    await db.updateTable('upload_link_file').set({ upload_id: upload }).where('id', '=', id).execute()
  },

  async countBegun(link, sender, since) {
    const { files } = await db
      .selectFrom('upload_link_file')
      .select((file) => file.fn.countAll<number>().as('files'))
      .where('link_id', '=', link)
      .where('sender', '=', sender)
      .where('begun_at', '>=', since)
      .executeTakeFirstOrThrow()
    return files
  },
})

const toRow = (link: UploadLink): UploadLinkRow => ({
  id: link.id,
  name: link.name,
  description: link.description,
  created_by: link.createdBy,
  created_by_name: link.createdByName,
  created_at: link.createdAt,
  expires_at: link.expiresAt,
  revoked_at: link.revokedAt,
  recipients: JSON.stringify(link.recipients),
  album_id: link.albumId,
})

const fromRow = (row: UploadLinkRow): UploadLink => ({
  id: row.id as UploadLinkId,
  name: row.name,
  description: row.description,
  createdBy: row.created_by,
  createdByName: row.created_by_name,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  recipients: JSON.parse(row.recipients),
  albumId: row.album_id as CollectionId | null,
})

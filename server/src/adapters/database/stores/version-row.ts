import type { AssetId } from '../../../domain/asset/asset.ts'
import { briefMetadata } from '../../../domain/asset/brief-asset.ts'
import type { Scheme } from '../../../domain/asset/scheme.ts'
import type { Version, VersionId } from '../../../domain/asset/version.ts'
import type { ObjectKey } from '../../../domain/ports/object-store.ts'
import type { VersionRow } from '../library-schema.ts'

export const versionToRow = ({ measures, ...version }: Version): VersionRow => ({
  id: version.id,
  asset_id: version.assetId,
  no: version.no,
  scheme: version.scheme,
  file_name: version.fileName,
  extension: version.extension,
  content_type: version.contentType,
  size: version.size,
  md5: version.md5,
  sha256: version.sha256,
  object: version.object,
  uploaded_at: version.uploadedAt,
  uploaded_by: version.uploadedBy,
  uploaded_by_name: version.uploadedByName,
  comment: version.comment,
  width: measures.width,
  height: measures.height,
  dpi: measures.dpi,
  duration: measures.duration,
  pages: measures.pages,
  created_in_file_at: measures.createdInFileAt,
  has_preview: Number(version.hasPreview),
  ...metadataToRow(version.metadata),
  text: version.text,
  lacked: version.lacked.join(' '),
})

export const metadataToRow = (metadata: Version['metadata']): Pick<VersionRow, 'metadata' | 'brief_metadata'> => ({
  metadata: JSON.stringify(metadata),
  brief_metadata: JSON.stringify(briefMetadata(metadata)),
})

/** All but the text and what repeats something. */
export const versionColumns = [
  'v.id',
  'v.asset_id',
  'v.no',
  'v.scheme as version_scheme',
  'v.file_name',
  'v.extension',
  'v.content_type',
  'v.size',
  'v.md5',
  'v.sha256',
  'v.object',
  'v.uploaded_at',
  'v.uploaded_by',
  'v.uploaded_by_name',
  'v.comment',
  'v.width',
  'v.height',
  'v.dpi',
  'v.duration',
  'v.pages',
  'v.created_in_file_at',
  'v.metadata',
  'v.has_preview',
  'v.lacked',
] as const

export const lackedFrom = (lacked: string): string[] => lacked.split(' ').filter(Boolean)

/** `scheme`: where the row has the asset's under that name. */
export const versionFromRow = (row: Omit<VersionRow, 'brief_metadata'>, scheme: string = row.scheme): Version => ({
  id: row.id as VersionId,
  assetId: row.asset_id as AssetId,
  no: row.no,
  scheme: scheme as Scheme,
  fileName: row.file_name,
  extension: row.extension,
  contentType: row.content_type,
  size: row.size,
  md5: row.md5,
  sha256: row.sha256,
  object: row.object as ObjectKey,
  uploadedAt: row.uploaded_at,
  uploadedBy: row.uploaded_by,
  uploadedByName: row.uploaded_by_name,
  comment: row.comment,
  measures: {
    width: row.width,
    height: row.height,
    dpi: row.dpi,
    duration: row.duration,
    pages: row.pages,
    createdInFileAt: row.created_in_file_at,
  },
  metadata: JSON.parse(row.metadata),
  text: row.text,
  hasPreview: row.has_preview === 1,
  lacked: lackedFrom(row.lacked),
})

import type { AssetId } from '../asset/asset.ts'
import type { Version, VersionId } from '../asset/version.ts'
import type { Examined } from './examine-file.ts'
import type { Upload } from './upload.ts'

export const firstVersion = (upload: Upload, content: Examined, id: VersionId): Version =>
  makeVersion(upload, content, { id, assetId: upload.id, no: 1 })

export function makeVersion(
  upload: Upload,
  { identified, file, text, hasPreview, lacked }: Examined,
  { id, assetId, no }: { id: VersionId; assetId: AssetId; no: number },
): Version {
  return {
    id,
    assetId,
    no,
    scheme: identified.scheme,
    fileName: upload.fileName,
    extension: identified.extension,
    contentType: identified.contentType,
    size: upload.size,
    md5: upload.md5,
    sha256: upload.sha256,
    object: upload.object,
    uploadedAt: upload.uploadedAt,
    uploadedBy: upload.uploadedBy,
    uploadedByName: upload.uploadedByName,
    comment: upload.given.comment ?? '',
    measures: file.measures,
    metadata: file.metadata,
    text,
    hasPreview,
    lacked,
  }
}

import type { Asset } from '../asset/asset.ts'
import { nameForVersion } from '../asset/name-for-version.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { NewContent } from './add-asset.ts'
import { makeVersion } from './make-version.ts'

/**
 * The asset keeps its id, fields, keywords and albums; tags and an album that were sent along are added. The scheme
 * follows the new content, and so does the extension of the name.
 */
export async function addVersion(
  { assets, changes }: LibraryStores,
  { upload, content, albumId, versionId, now, replaced }: NewContent & { replaced: Asset },
): Promise<void> {
  const { scheme } = content.identified
  const { id, current } = replaced
  const version = makeVersion(upload, content, { id: versionId, assetId: id, no: current.no + 1 })
  await assets.addVersion(version)
  await assets.update(id, { scheme, name: nameForVersion(replaced, version), modifiedAt: now })
  for (const tag of upload.tags) await assets.addTag(id, tag)
  if (albumId !== null) await assets.addToAlbum(id, albumId)
  await changes.append([{ event: 'asset.version', scheme, id, time: now }])
}

import type { Asset } from '../asset/asset.ts'
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
  const { scheme, extension } = content.identified
  const { id, current } = replaced
  await assets.addVersion(makeVersion(upload, content, { id: versionId, assetId: id, no: current.no + 1 }))
  await assets.update(id, { scheme, name: nameFor(replaced, upload.fileName, extension), modifiedAt: now })
  for (const tag of upload.tags) await assets.addTag(id, tag)
  if (albumId !== null) await assets.addToAlbum(id, albumId)
  await changes.append([{ event: 'asset.version', scheme, id, time: now }])
}

/** `poster.jpg` with a PNG as its new version is `poster.png`; spellings of the same kind (jpg, jpeg) stay. */
function nameFor({ name, current }: Asset, fileName: string, extension: string): string {
  if (extension === current.extension) return name
  const [old, fresh] = [/\.[^.\s]+$/.exec(name)?.[0], /\.[^.\s]+$/.exec(fileName)?.[0]]
  return old && fresh && old !== fresh ? name.slice(0, -old.length) + fresh : name
}

import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { exampleLibrary } from '../../src/api/documentation/example-values.ts'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { VersionId } from '../../src/domain/asset/version.ts'
import type { CollectionId } from '../../src/domain/collection/collection.ts'
import { createCustomField } from '../../src/domain/custom-field/create-custom-field.ts'
import { realMedia } from '../fixtures/real-media.ts'
import type { Dam } from './dam.ts'
import { someCollection, someUser } from './made-up.ts'
import { putAsset } from './put-asset.ts'

/** The library that the examples of the documentation are about, with a real picture in it. */
export async function makeExampleLibrary(dam: Dam): Promise<void> {
  const { contentId, versionId, filmId, folderId, albumId, keyword, tag, userId } = exampleLibrary
  const [folder, album] = [
    someCollection({ id: folderId as CollectionId, kind: 'folder', parentId: null, name: 'Campaigns' }),
    someCollection({ id: albumId as CollectionId, kind: 'album', parentId: folderId as CollectionId, name: 'Prints' }),
  ]
  await dam.library.transaction(async ({ collections, users }) => {
    for (const each of [folder, album]) await collections.insert(each)
    await users.insert(someUser({ email: userId, role: 'consumer' }))
  })
  const field = { name: 'Product', description: '', type: 'SINGLECHOICE', choices: ['Table', 'Chair'] }
  await createCustomField({ ...dam.adapters, library: dam.library }, field)
  const stored = await dam.adapters
    .objectsOf(dam.account.id)
    .writeOriginal(Readable.from([await readFile(realMedia.starfish)]))
  await putAsset(dam, {
    id: contentId as AssetId,
    keywords: [keyword],
    tags: [tag],
    albumIds: [album.id],
    current: {
      id: versionId as VersionId,
      object: stored.key,
      size: stored.size,
      sha256: stored.sha256,
      md5: stored.md5,
    },
  })
  await putAsset(dam, {
    id: filmId as AssetId,
    scheme: 'video',
    name: 'assembly.mp4',
    current: { contentType: 'video/mp4', extension: 'mp4', hasPreview: false },
  })
}

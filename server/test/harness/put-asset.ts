import type { Asset, AssetId } from '../../src/domain/asset/asset.ts'
import type { Version, VersionId } from '../../src/domain/asset/version.ts'
import { addKeyword } from '../../src/domain/keyword/add-keyword.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import type { ObjectKey } from '../../src/domain/ports/object-store.ts'
import type { Dam } from './dam.ts'

export type AssetOverrides = Partial<Omit<Asset, 'current'>> & { current?: Partial<Version>; in?: Library }

/** An asset that came without a file, for tests of what is said about it: a picture of 640 by 480, unless said otherwise. */
export async function putAsset(dam: Dam, { in: library = dam.library, ...given }: AssetOverrides = {}): Promise<Asset> {
  const { ids, clock } = dam.adapters
  const now = clock.now()
  const id = given.id ?? ids.newId<AssetId>()
  const asset: Asset = {
    id,
    scheme: 'image',
    name: 'poster.jpg',
    description: '',
    author: '',
    copyright: '',
    termsAndConditions: '',
    owner: 'mara@descant.test',
    ownerName: 'Mara Tester',
    createdAt: now,
    modifiedAt: now,
    approval: 'Approved',
    expiresAt: null,
    tags: [],
    keywords: [],
    customValues: {},
    albumIds: [],
    ...given,
    current: versionOf(id, ids.newId<VersionId>(), now, given),
  }

  for (const name of asset.keywords) await addKeyword({ ...dam.adapters, library }, { name, description: '' })
  await library.transaction(async ({ assets, keywords, changes }) => {
    await assets.insert(asset)
    for (const name of asset.keywords) {
      const keyword = await keywords.findByName(name)
      if (keyword) await keywords.attach(id, keyword.id)
    }
    await changes.append([{ event: 'asset.added', scheme: asset.scheme, id, time: now }])
  })
  return asset
}

function versionOf(assetId: AssetId, id: VersionId, now: number, { name, scheme, current }: AssetOverrides): Version {
  return {
    id,
    assetId,
    no: 1,
    scheme: scheme ?? 'image',
    fileName: name ?? 'poster.jpg',
    extension: 'jpg',
    contentType: 'image/jpeg',
    size: 12_345,
    md5: 'd41d8cd98f00b204e9800998ecf8427e',
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    object: 'originals/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' as ObjectKey,
    uploadedAt: now,
    uploadedBy: 'mara@descant.test',
    uploadedByName: 'Mara Tester',
    comment: '',
    metadata: {},
    text: '',
    hasPreview: true,
    lacked: [],
    ...current,
    measures: {
      width: 640,
      height: 480,
      dpi: 72,
      duration: null,
      pages: null,
      createdInFileAt: null,
      ...current?.measures,
    },
  }
}

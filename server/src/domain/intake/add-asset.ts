import type { Asset } from '../asset/asset.ts'
import type { VersionId } from '../asset/version.ts'
import type { NewChange } from '../change/change.ts'
import type { CollectionId } from '../collection/collection.ts'
import { fold } from '../fold.ts'
import type { Keyword, KeywordId } from '../keyword/keyword.ts'
import type { Ids } from '../ports/ids.ts'
import type { LibraryStores } from '../ports/library.ts'
import { cleanFileName } from './clean-file-name.ts'
import type { Examined } from './examine-file.ts'
import { firstVersion } from './make-version.ts'
import { splitTags } from './split-tags.ts'
import type { Upload } from './upload.ts'

export type NewContent = {
  upload: Upload
  content: Examined
  albumId: CollectionId | null
  versionId: VersionId
  now: number
}

/** What one file may add to the vocabulary; the rest become tags. */
const mostNewKeywords = 50
const longestNewKeyword = 200

/** A new asset under the upload's id. What the sender said of it comes first, then what the file says of itself. */
export async function addAsset(
  stores: LibraryStores,
  { ids }: { ids: Ids },
  { upload, content, albumId, versionId, now }: NewContent,
): Promise<void> {
  const { given } = upload
  const { file } = content
  const settings = await stores.settings.read()
  const words = withoutRepeats([...splitTags(given.keywords ?? ''), ...file.keywords])
  if (settings.newKeywordsFromFiles) await extendVocabulary(stores, { ids }, words, now)
  const { keywords, rest } = await knownKeywords(stores, words)

  const asset: Asset = {
    id: upload.id,
    scheme: content.identified.scheme,
    name: given.name?.trim() ? cleanFileName(given.name) : upload.fileName,
    description: given.description || file.description,
    author: given.author || file.author,
    copyright: given.copyright || file.copyright,
    termsAndConditions: given.termsandconditions ?? '',
    owner: upload.uploadedBy,
    ownerName: upload.uploadedByName,
    createdAt: upload.uploadedAt,
    modifiedAt: now,
    approval: settings.approvalProcess ? 'Pending' : 'Approved',
    expiresAt: null,
    tags: withoutRepeats([...upload.tags, ...rest]),
    keywords: keywords.map(({ name }) => name),
    customValues: {},
    albumIds: albumId === null ? [] : [albumId],
    current: firstVersion(upload, content, versionId),
  }
  await stores.assets.insert(asset)
  for (const keyword of keywords) await stores.keywords.attach(asset.id, keyword.id)

  const change = (event: 'asset.added' | 'asset.keyword.added'): NewChange => {
    return { event, scheme: asset.scheme, id: asset.id, time: now }
  }
  await stores.changes.append([change('asset.added'), ...(keywords.length > 0 ? [change('asset.keyword.added')] : [])])
}

async function extendVocabulary(
  { keywords }: Pick<LibraryStores, 'keywords'>,
  { ids }: { ids: Ids },
  words: string[],
  now: number,
): Promise<void> {
  let left = mostNewKeywords
  for (const name of words) {
    if (left === 0) return
    if ([...name].length > longestNewKeyword || (await keywords.findByName(name))) continue
    await keywords.insert({ id: ids.newId<KeywordId>(), name, description: '', createdAt: now })
    left--
  }
}

/** Words of the account's vocabulary become keywords; the rest are tags. */
async function knownKeywords({ keywords }: Pick<LibraryStores, 'keywords'>, words: string[]) {
  const known: Keyword[] = []
  const rest: string[] = []
  for (const word of words) {
    const keyword = await keywords.findByName(word)
    if (keyword) known.push(keyword)
    else rest.push(word)
  }
  return { keywords: known, rest }
}

/** The first spelling stays. */
function withoutRepeats(words: string[]): string[] {
  const first = new Map<string, string>()
  for (const word of words) if (!first.has(fold(word))) first.set(fold(word), word)
  return [...first.values()]
}

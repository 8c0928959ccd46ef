import type { Asset, AssetId } from '../asset/asset.ts'
import { writeDifference } from '../batch/write-difference.ts'
import type { NewChange } from '../change/change.ts'
import type { CollectionId } from '../collection/collection.ts'
import { fold } from '../fold.ts'
import type { Keyword } from '../keyword/keyword.ts'
import { tellPortals } from '../portal/tell-portals.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library, LibraryStores } from '../ports/library.ts'

/** What another library says of an asset that was copied from there. `keywords` are words of the vocabulary. */
export type TakenOver = Pick<
  Asset,
  | 'name'
  | 'description'
  | 'author'
  | 'copyright'
  | 'termsAndConditions'
  | 'approval'
  | 'expiresAt'
  | 'tags'
  | 'keywords'
  | 'customValues'
  | 'albumIds'
  | 'modifiedAt'
>

/** Makes the asset say the very same, whatever its file says of itself. Answers false where it is not there any more. */
export async function takeOverDetails(
  { library, clock }: { library: Library; clock: Clock },
  { id, details }: { id: AssetId; details: TakenOver },
): Promise<boolean> {
  const time = clock.now()
  return await library.transaction(async (stores) => {
    const [asset] = await stores.assets.findMany([id])
    if (!asset) return false
    const keywords = await wordsOf(stores, [...asset.keywords, ...details.keywords])
    const edited = { ...asset, ...details, tags: asset.tags, keywords: spelled(details.keywords, keywords) }
    const expiriesLogged = await stores.changes.position('expiry')
    const changes = await writeDifference(stores, { asset, edited, keywords, time, expiriesLogged })
    await replaceTags(stores, asset, details.tags)
    const albums = await tellPortals(stores, { assets: [id], time }, () =>
      replaceAlbums(stores, asset, details.albumIds),
    )
    await stores.assets.update(id, { name: details.name, modifiedAt: details.modifiedAt })

    const own: NewChange = { event: 'asset.changed', scheme: asset.scheme, id, time }
    const seen = changes.some(({ event }) => event === 'asset.changed')
    const moved = albums.map((album): NewChange => ({ event: 'album.changed', scheme: 'album', id: album, time }))
    await stores.changes.append([...changes, ...(seen ? [] : [own]), ...moved])
    return true
  })
}

/** By their folded names; unknown ones are left out. */
async function wordsOf({ keywords }: LibraryStores, names: readonly string[]): Promise<Map<string, Keyword>> {
  const found = new Map<string, Keyword>()
  for (const name of new Set(names.map(fold))) {
    const keyword = await keywords.findByName(name)
    if (keyword) found.set(name, keyword)
  }
  return found
}

const spelled = (names: readonly string[], known: ReadonlyMap<string, Keyword>): string[] =>
  names.flatMap((name) => known.get(fold(name))?.name ?? [])

/** In the order they are given there. */
async function replaceTags({ assets }: LibraryStores, asset: Asset, tags: readonly string[]): Promise<void> {
  if (JSON.stringify(asset.tags) === JSON.stringify(tags)) return
  for (const tag of asset.tags) await assets.removeTag(asset.id, tag)
  for (const tag of tags) await assets.addTag(asset.id, tag)
}

/** Answers the albums that changed. */
async function replaceAlbums(
  { assets }: LibraryStores,
  asset: Asset,
  albumIds: readonly CollectionId[],
): Promise<CollectionId[]> {
  const added = albumIds.filter((album) => !asset.albumIds.includes(album))
  const left = asset.albumIds.filter((album) => !albumIds.includes(album))
  for (const album of added) await assets.addToAlbum(asset.id, album)
  for (const album of left) await assets.removeFromAlbum(asset.id, album)
  return [...added, ...left]
}

import type { AssetId } from '../asset/asset.ts'
import { isVisibleTo } from '../asset/find-visible-asset.ts'
import { NotFound } from '../domain-error.ts'
import { tellPortals } from '../portal/tell-portals.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Role } from '../user/user.ts'
import type { CollectionId } from './collection.ts'

export type AlbumDeps = { library: Library; clock: Clock }
export type AlbumContents = { albumId: CollectionId; contents: readonly { id: AssetId; scheme: string }[]; role: Role }

/** Puts assets into an album. Answers those that could not be, because they are not there; the rest is done. */
export const assignToAlbum = (deps: AlbumDeps, asked: AlbumContents): Promise<AssetId[]> =>
  changeAlbum(deps, asked, ({ assets }, id) => assets.addToAlbum(id, asked.albumId))

/** Takes assets out of an album, the same way; one that was not in it is no failure. */
export const removeFromAlbum = (deps: AlbumDeps, asked: AlbumContents): Promise<AssetId[]> =>
  changeAlbum(deps, asked, ({ assets }, id) => assets.removeFromAlbum(id, asked.albumId))

async function changeAlbum(
  { library, clock }: AlbumDeps,
  { albumId, contents, role }: AlbumContents,
  change: (stores: LibraryStores, id: AssetId) => Promise<boolean>,
): Promise<AssetId[]> {
  const time = clock.now()
  return await library.transaction(async (stores) => {
    const album = await stores.collections.find(albumId)
    if (album?.kind !== 'album') throw new NotFound(`album ${albumId}`)

    const wanted = new Map(contents.map(({ id, scheme }) => [id, scheme]))
    const there = (await stores.assets.findMany([...wanted.keys()])).filter(
      (asset) => asset.scheme === wanted.get(asset.id) && isVisibleTo(role, asset, time),
    )
    const changed: AssetId[] = []
    await tellPortals(stores, { assets: there.map(({ id }) => id), time }, async () => {
      for (const { id } of there) if (await change(stores, id)) changed.push(id)
    })

    if (changed.length > 0) {
      const touched = await stores.assets.touch(changed, time)
      await stores.changes.append([
        ...touched.map(({ id, scheme }) => ({ event: 'asset.changed' as const, scheme, id, time })),
        { event: 'album.changed', scheme: 'album', id: albumId, time },
      ])
    }
    const found = new Set(there.map(({ id }) => id))
    return [...wanted.keys()].filter((id) => !found.has(id))
  })
}

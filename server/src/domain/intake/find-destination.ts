import type { Asset } from '../asset/asset.ts'
import type { CollectionId } from '../collection/collection.ts'
import { storesIn } from '../portal/within-portal.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { Upload } from './upload.ts'

/** The album or the asset that a file was meant for is not there. The message is for the person who sent it. */
export class NoSuchDestination extends Error {}

export type Destination = {
  /** The asset it is a new version of. */
  replaced: Asset | null
  albumId: CollectionId | null
}

/** Where a file goes. One that is wanted anyway goes into the library when there is no such place. */
export async function findDestination(
  stores: LibraryStores,
  upload: Pick<Upload, 'versionOf' | 'albumId' | 'portalId' | 'given' | 'takeInAnyway'>,
): Promise<Destination> {
  const { versionOf, albumId, given, takeInAnyway } = upload
  const { assets, collections } = await storesFor(stores, upload)
  const [asset] = versionOf === null ? [] : await assets.findMany([versionOf])
  const scheme = given.scheme ?? ''
  const replaced = asset && (scheme === '' || scheme === asset.scheme) ? asset : null
  if (versionOf !== null && !replaced && !takeInAnyway) {
    throw new NoSuchDestination(`There is no ${scheme || 'asset'} ${versionOf} to make a new version of`)
  }

  const collection = albumId === null ? undefined : await collections.find(albumId)
  const isAlbum = collection?.kind === 'album'
  if (albumId !== null && !isAlbum && !takeInAnyway) throw new NoSuchDestination(`There is no album ${albumId}`)
  return { replaced, albumId: isAlbum ? albumId : null }
}

/** What was sent in through a portal finds what is there alone, and goes nowhere else. */
async function storesFor(
  stores: LibraryStores,
  { portalId, albumId, versionOf, takeInAnyway }: Pick<Upload, 'portalId' | 'albumId' | 'versionOf' | 'takeInAnyway'>,
): Promise<LibraryStores> {
  if (portalId === null || takeInAnyway) return stores
  const portal = await stores.portals.find(portalId)
  if (!portal) throw new NoSuchDestination('The portal it was sent to is not there any more')
  if (albumId === null && versionOf === null) {
    throw new NoSuchDestination('A file sent to a portal goes into an album of it; say which')
  }
  return storesIn(stores, portal)
}

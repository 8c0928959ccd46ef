import type { Asset } from '../asset/asset.ts'
import type { CollectionId } from '../collection/collection.ts'
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
  { assets, collections }: Pick<LibraryStores, 'assets' | 'collections'>,
  { versionOf, albumId, given, takeInAnyway }: Pick<Upload, 'versionOf' | 'albumId' | 'given' | 'takeInAnyway'>,
): Promise<Destination> {
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

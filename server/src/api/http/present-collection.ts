import type { CreatedCollection, RelatedAlbum } from '@descant/contract'
import type { PlacedCollection } from '../../domain/collection/collection-tree.ts'
import { toWireTime } from './wire-time.ts'

/** A folder or an album as the tree, its creation and searches under a folder show it. */
export function presentCollection(collection: PlacedCollection, origin: string): CreatedCollection {
  return {
    scheme: collection.kind,
    ...presentPlace(collection, origin),
    owner: collection.owner,
    description: collection.description,
    created: toWireTime(collection.createdAt),
    time: toWireTime(collection.modifiedAt),
  }
}

/** An album as an asset names it. */
export const presentRelatedAlbum = (album: PlacedCollection, origin: string): RelatedAlbum => ({
  scheme: 'album',
  ...presentPlace(album, origin),
})

const presentPlace = ({ kind, id, name, path, size }: PlacedCollection, origin: string) => ({
  id,
  name,
  idPath: path.map((step) => step.id).join('/'),
  namePath: path.map((step) => step.name).join('/'),
  size: String(size),
  url: { detail: `${origin}/${kind}/${id}` },
})

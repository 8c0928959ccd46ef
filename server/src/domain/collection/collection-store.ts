import type { AssetId } from '../asset/asset.ts'
import type { Collection, CollectionId } from './collection.ts'

/** `until`: when the next asset expires, in ms; `null`: none will. Albums without any are absent. */
export type HiddenSizes = { sizes: Map<CollectionId, number>; until: number | null }

export interface CollectionStore {
  /**
   * Rejects with `Invalid` (`name-in-use`) when a sibling has the name without regard to case (folders and albums
   * together), and with `Invalid` (`id-in-use`) when the id is taken, so that the caller tries another.
   */
  insert(collection: Collection): Promise<void>
  find(id: CollectionId): Promise<Collection | undefined>
  /**
   * Replaces name, description, parent and `modifiedAt`; of an unknown id nothing. Rejects with `Invalid`
   * (`name-in-use`) as `insert` does. That a folder does not go into itself is the caller's business.
   */
  update(collection: Collection): Promise<void>
  findChild(parent: CollectionId | null, name: string): Promise<Collection | undefined>
  /** All at once, and assets leave the albums among them. What is inside a folder must go with it. */
  delete(ids: readonly CollectionId[]): Promise<void>
  /** Assets in any of these albums, each once, trashed left out; in no order. */
  assetsIn(albums: readonly CollectionId[]): Promise<AssetId[]>
  /** Everything, in no order: a library has thousands at most. */
  all(): Promise<Collection[]>
  /** Assets per album, trashed left out; albums without any are absent. */
  albumSizes(): Promise<Map<CollectionId, number>>
  /** Of these, what consumers do not see at a time, in ms: what is not approved, or has expired. */
  hiddenSizes(at: number): Promise<HiddenSizes>
}

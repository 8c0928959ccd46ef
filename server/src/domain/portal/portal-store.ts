import type { AssetId } from '../asset/asset.ts'
import type { Scheme } from '../asset/scheme.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { Portal, PortalId } from './portal.ts'

/** One thing that is in a portal. */
export type Shown = { portalId: PortalId } & (
  | { scheme: 'folder' | 'album'; id: CollectionId }
  | { scheme: Scheme; id: AssetId }
)

export interface PortalStore {
  /** Rejects with `Invalid` (`name-in-use`) when the name is taken, without regard to case. */
  insert(portal: Portal): Promise<void>
  /** Replaces everything but id and `createdAt`; the same refusal. Of an unknown id nothing. */
  update(portal: Portal): Promise<void>
  delete(id: PortalId): Promise<void>
  find(id: PortalId): Promise<Portal | undefined>
  /** Without regard to case. */
  findByName(name: string): Promise<Portal | undefined>
  /** By name without regard to case. There are few. */
  all(): Promise<Portal[]>
  /**
   * All folders and albums in each portal, and those of these assets that are in it, trashed left out; in no order. Any
   * number of assets, a few queries in all.
   */
  showing(assets: readonly AssetId[]): Promise<Shown[]>
}

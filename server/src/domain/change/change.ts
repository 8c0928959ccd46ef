import type { AssetId } from '../asset/asset.ts'
import type { Scheme } from '../asset/scheme.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { PortalId } from '../portal/portal.ts'

export type AssetEvent =
  | 'asset.added'
  | 'asset.changed'
  | 'asset.version'
  | 'asset.keyword.added'
  | 'asset.keyword.removed'
  | 'asset.deleted'
  | 'asset.restored'
  | 'asset.expired'
export type CollectionEvent =
  | 'folder.added'
  | 'folder.changed'
  | 'folder.deleted'
  | 'album.added'
  | 'album.changed'
  | 'album.deleted'

/**
 * How assets are shown is another (custom fields and settings), or somebody wants the search index made anew, or
 * compared with the database. For what is kept in memory; no feed tells it.
 */
export type SettingsEvent = 'settings.changed' | 'index.asked' | 'index.doubted'

/**
 * Something came into a portal or left it, while the library has it as before (or no longer). Only that portal's feed
 * tells it, as an addition or a deletion.
 */
export type PortalEvent = 'portal.gained' | 'portal.lost'

/** Something visible changed. Says what, never how: readers look at the thing itself. */
export type NewChange =
  | { event: AssetEvent; scheme: Scheme; id: AssetId; time: number }
  | { event: CollectionEvent; scheme: 'folder' | 'album'; id: CollectionId; time: number }
  | {
      event: PortalEvent
      portalId: PortalId
      scheme: Scheme | 'folder' | 'album'
      id: AssetId | CollectionId
      time: number
    }
  | { event: SettingsEvent; scheme: 'settings'; id: 'all'; time: number }

/** A row of the append-only log. `seq` goes up in commit order: whoever has seen n has seen all below. */
export type Change = NewChange & { seq: number }

import type { AssetId } from '../asset/asset.ts'
import type { LibraryStores } from '../ports/library.ts'
import { assetsWithin } from './assets-within.ts'
import { collectionsWithin } from './collections-within.ts'
import type { PortalId } from './portal.ts'
import type { PortalSight } from './portal-sight.ts'

export type Looking = {
  look(): Promise<PortalSight>
  /** After a change to folders or albums. */
  forget(): void
  /**
   * Assets that a transaction found there: it may finish what it does with them, though it may have taken them out
   * meanwhile. `null`: for reading, where what counts is now.
   */
  known: Set<AssetId> | null
}

/**
 * A library's stores where only a portal's content exists. Each store, and each verb of those that hold content, is
 * named: a new one does not compile until somebody has decided what it is in a portal.
 */
export function storesWithin(stores: LibraryStores, portalId: PortalId, looking: Looking): LibraryStores {
  const assets = assetsWithin(stores.assets, looking)
  return {
    assets,
    collections: collectionsWithin(stores.collections, looking),
    uploads: {
      ...stores.uploads,
      since: async (time, by, limit) =>
        (await stores.uploads.since(time, by, limit)).filter((upload) => upload.portalId === portalId),
    },
    // These are the account's, or hang on assets that were looked up before.
    users: stores.users,
    groups: stores.groups,
    invitations: stores.invitations,
    portals: stores.portals,
    keywords: stores.keywords,
    customFields: stores.customFields,
    presets: stores.presets,
    settings: stores.settings,
    acceptedTerms: stores.acceptedTerms,
    // Its routes are for the whole library alone.
    trash: stores.trash,
    mails: stores.mails,
    activities: stores.activities,
    webhooks: stores.webhooks,
    deliveries: stores.deliveries,
    shares: stores.shares,
    uploadLinks: stores.uploadLinks,
    changes: stores.changes,
    jobs: stores.jobs,
  }
}

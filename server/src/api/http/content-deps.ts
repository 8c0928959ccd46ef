import type { BriefContent, ContentDetails } from '@descant/contract'
import { type CollectionTrees, collectionTrees } from '../../domain/collection/collection-trees.ts'
import { type SignedAddresses, signedAddresses } from '../../domain/rendition/signed-address.ts'
import { type LibraryProfiles, libraryProfiles } from '../../domain/setting/library-profiles.ts'
import type { ApiDeps } from './api-deps.ts'
import { type KeptPresentations, keepPresented } from './keep-presented.ts'
import { presentBrief, presentDetails } from './present-content.ts'

/** What the areas that show assets share beside the ports. */
export type ContentDeps = ApiDeps & {
  trees: CollectionTrees
  profiles: LibraryProfiles
  addresses: SignedAddresses
  briefs: KeptPresentations<BriefContent>
  details: KeptPresentations<ContentDetails>
}

export const contentDeps = (deps: ApiDeps): ContentDeps => ({
  ...deps,
  trees: collectionTrees(),
  profiles: libraryProfiles(),
  addresses: signedAddresses(deps),
  briefs: keepPresented({
    most: 3000,
    read: (assets, ids) => assets.findBriefs(ids),
    present: async (asset, presenting) => presentBrief(asset, presenting),
  }),
  details: keepPresented({
    most: 1000,
    read: (assets, ids) => assets.findMany(ids),
    present: async (asset, presenting, { read }) =>
      presentDetails(asset, await read.assets.versionsOf(asset.id), presenting),
  }),
})

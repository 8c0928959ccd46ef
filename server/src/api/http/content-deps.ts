import { type CollectionTrees, collectionTrees } from '../../domain/collection/collection-trees.ts'
import { type SignedAddresses, signedAddresses } from '../../domain/rendition/signed-address.ts'
import type { ApiDeps } from './api-deps.ts'

/** What the areas that show assets share beside the ports. */
export type ContentDeps = ApiDeps & { trees: CollectionTrees; addresses: SignedAddresses }

export const contentDeps = (deps: ApiDeps): ContentDeps => ({
  ...deps,
  trees: collectionTrees(),
  addresses: signedAddresses(deps),
})

import type { TreeNode } from '@descant/contract'
import { useQuery } from '@tanstack/react-query'
import type { UploadTarget } from '../../features/upload/upload-item.ts'
import type { Place } from '../../lib/api/asset-list.ts'
import { treeQuery } from '../../lib/api/tree.ts'
import { findNode, foldersAbove } from '../../lib/tree/visible-nodes.ts'
import { useDam } from '../../lib/visit.ts'

export type Whereabouts = {
  place: Place
  /** The folder or album; `undefined` in the whole library, or until the tree is here. */
  node: TreeNode | undefined
  /** Outermost first. */
  above: TreeNode[]
  uploadTarget: UploadTarget
  /** As in "Drop to upload …". */
  uploadsInto: string
}

/** What we know of the place one is at, from the tree. */
export function useWhereabouts(place: Place): Whereabouts {
  const tree = useQuery(treeQuery(useDam()))
  const nodes = tree.data?.results ?? []
  const node = place.kind === 'library' ? undefined : findNode(nodes, place.id)
  const above = place.kind === 'library' ? [] : foldersAbove(nodes, place.id)
  const albumId = place.kind === 'album' ? place.id : null
  return {
    place,
    node,
    above,
    uploadTarget: { albumId, versionOf: null, folderId: place.kind === 'folder' ? place.id : null },
    // A folder holds albums; only albums hold assets.
    uploadsInto: albumId === null ? 'to the library' : `into ${node?.name ?? 'this album'}`,
  }
}

import type { Client } from '@descant/client'
import type { TreeNode } from '@descant/contract'
import type { Collection, CollectionId } from '../../domain/collection/collection.ts'
import { createCollection } from '../../domain/collection/create-collection.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { Ids } from '../../domain/ports/ids.ts'
import type { Library } from '../../domain/ports/library.ts'
import { cleanCollectionName } from '../import/plan-albums.ts'

type Deps = { library: Library; clock: Clock; ids: Ids }

export type CopiedTree = { folders: number; albums: number; albumOf: ReadonlyMap<string, CollectionId> }

/** Folders and albums with their names and descriptions. What is there already under the same name is the same. */
export async function copyTree(deps: Deps, client: Client): Promise<CopiedTree> {
  const copied = { folders: 0, albums: 0, albumOf: new Map<string, CollectionId>() }

  async function copy(nodes: readonly TreeNode[], parentId: CollectionId | null): Promise<void> {
    for (const node of nodes) {
      const { id } = await findOrMake(deps, node, parentId)
      if (node.scheme === 'album') {
        copied.albums += 1
        copied.albumOf.set(node.id, id)
      } else {
        copied.folders += 1
        await copy(node.children ?? (await client.treeOf(node.id)).results, id)
      }
    }
  }

  await copy((await client.tree()).results, null)
  return copied
}

/** A folder and an album of one name, which there may be elsewhere, are told apart here. */
async function findOrMake(deps: Deps, node: TreeNode, parentId: CollectionId | null): Promise<Collection> {
  const clean = cleanCollectionName(node.name)
  for (const name of [clean, `${[...clean].slice(0, 70).join('')} (${node.scheme})`]) {
    const there = await deps.library.read.collections.findChild(parentId, name)
    if (there && there.kind !== node.scheme) continue
    return there ?? (await createCollection(deps, { ...newCollection(node), parentId, name }))
  }
  throw new Error(`Neither name of ${node.scheme} ${node.name} is free`)
}

const newCollection = ({ scheme, description, owner }: TreeNode) => ({
  kind: scheme,
  description: [...(description ?? '')].slice(0, 400).join(''),
  owner: owner ?? '',
})

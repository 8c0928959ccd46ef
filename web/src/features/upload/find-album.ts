import type { TreeNode } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'
import { findNode } from '../../lib/tree/visible-nodes.ts'

type Node = Pick<TreeNode, 'id' | 'name' | 'scheme'> & { children?: Node[] }

const forgottenAfterMs = 60_000

/** Finds albums by their way of names under a folder (`null`: the root), and makes what is missing of it; each once. */
export type FindAlbum = (folderId: string | null, way: readonly string[]) => Promise<string>

export function albumFinder(dam: Dam): FindAlbum {
  const known = new Map<string, Promise<Node>>()
  let tree: Promise<TreeNode[]> | null = null

  const find = (folderId: string | null, way: readonly string[], kind: Node['scheme']): Promise<Node> => {
    const key = JSON.stringify([kind, folderId, way.map((name) => name.toLowerCase())])
    const found = known.get(key) ?? findOrMake(folderId, way, kind)
    known.set(key, found)
    // what failed is tried again with the next file
    found.catch(() => known.delete(key))
    return found
  }

  async function findOrMake(folderId: string | null, way: readonly string[], kind: Node['scheme']) {
    const parents = way.slice(0, -1)
    const name = way.at(-1) ?? ''
    const parent = parents.length === 0 ? await place(folderId) : await find(folderId, parents, 'folder')
    const there = parent.children?.find((node) => node.name.toLowerCase() === name.toLowerCase())
    if (there !== undefined && there.scheme !== kind) {
      throw new Error(`There is ${wordFor(there)} called ${name} already, so it can’t be ${wordFor({ scheme: kind })}.`)
    }
    return there ?? (await make(parent.id, name, kind))
  }

  async function make(parentId: string, name: string, scheme: Node['scheme']): Promise<Node> {
    const under = parentId === '' ? {} : { parentId }
    const made = scheme === 'folder' ? await dam.createFolder(name, under) : await dam.createAlbum(name, under)
    return { id: made.id, name, scheme, children: [] }
  }

  async function place(folderId: string | null): Promise<Node> {
    tree ??= dam.tree({ layer: -1 }).then(({ results }) => results)
    const nodes = await tree.catch((error: unknown) => {
      tree = null
      throw error
    })
    if (folderId === null) return { id: '', name: '', scheme: 'folder', children: nodes }
    const node = findNode(nodes, folderId)
    if (node === undefined) throw new Error('The folder is not there any more.')
    return node
  }

  let usedAt = 0
  return async (folderId, way) => {
    // after a while somebody may have changed something
    if (Date.now() - usedAt > forgottenAfterMs) {
      known.clear()
      tree = null
    }
    usedAt = Date.now()
    return (await find(folderId, way, 'album')).id
  }
}

const wordFor = ({ scheme }: Pick<Node, 'scheme'>): string => (scheme === 'album' ? 'an album' : 'a folder')

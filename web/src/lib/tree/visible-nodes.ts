import type { TreeNode } from '@descant/contract'

/** One line of the tree as it is drawn now. */
export type VisibleNode = {
  node: TreeNode
  level: number
  position: number
  siblings: number
  parentId: string | null
}

/** The tree read from top to bottom, leaving out what is inside closed folders. */
export function visibleNodes(
  nodes: TreeNode[],
  open: ReadonlySet<string>,
  level = 1,
  parentId: string | null = null,
): VisibleNode[] {
  return nodes.flatMap((node, index) => [
    { node, level, position: index + 1, siblings: nodes.length, parentId },
    ...(open.has(node.id) ? visibleNodes(node.children ?? [], open, level + 1, node.id) : []),
  ])
}

/** The folders one is inside of at `id`, outermost first; empty at the top or where there is no such thing. */
export function foldersAbove(nodes: TreeNode[], id: string): TreeNode[] {
  for (const node of nodes) {
    const inside = node.children ?? []
    if (inside.some((child) => child.id === id)) return [node]
    const deeper = foldersAbove(inside, id)
    if (deeper.length > 0) return [node, ...deeper]
  }
  return []
}

export function findNode(nodes: TreeNode[], id: string): TreeNode | undefined {
  for (const node of nodes) {
    if (node.id === id) return node
    const found = findNode(node.children ?? [], id)
    if (found !== undefined) return found
  }
  return undefined
}

import type { TreeNode } from '@descant/contract'

/** What has the text in its name, with the folders it is in, which stand open; without a text everything, as it is. */
export function foundNodes(nodes: TreeNode[], text: string): { nodes: TreeNode[]; open: ReadonlySet<string> | null } {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '') return { nodes, open: null }
  const open = new Set<string>()
  const search = (some: TreeNode[]): TreeNode[] =>
    some.flatMap((node) => {
      const inside = search(node.children ?? [])
      if (inside.length > 0) open.add(node.id)
      const fits = node.name.toLocaleLowerCase().includes(wanted)
      if (inside.length > 0) return [{ ...node, children: inside }]
      return fits ? [node] : []
    })
  return { nodes: search(nodes), open }
}

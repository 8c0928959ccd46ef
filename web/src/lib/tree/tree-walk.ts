import type { TreeNode } from '@descant/contract'
import type { VisibleNode } from './visible-nodes.ts'

export type TreeStep =
  | { do: 'go'; to: number }
  | { do: 'open'; id: string }
  | { do: 'close'; id: string }
  | { do: 'open-all'; ids: string[] }

/** The keys of the ARIA tree pattern (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/); `null`: not ours. */
export function treeStep(key: string, at: number, visible: VisibleNode[], open: ReadonlySet<string>): TreeStep | null {
  const line = visible[at]
  if (line === undefined) return null
  const { node, parentId } = line
  const isOpen = open.has(node.id)

  if (key === 'ArrowDown') return { do: 'go', to: Math.min(at + 1, visible.length - 1) }
  if (key === 'ArrowUp') return { do: 'go', to: Math.max(at - 1, 0) }
  if (key === 'Home') return { do: 'go', to: 0 }
  if (key === 'End') return { do: 'go', to: visible.length - 1 }
  if (key === 'ArrowRight') {
    if (hasInside(node) && !isOpen) return { do: 'open', id: node.id }
    const child = visible[at + 1]
    return isOpen && child?.parentId === node.id ? { do: 'go', to: at + 1 } : null
  }
  if (key === 'ArrowLeft') {
    if (hasInside(node) && isOpen) return { do: 'close', id: node.id }
    const parent = visible.findIndex((other) => other.node.id === parentId)
    return parent === -1 ? null : { do: 'go', to: parent }
  }
  if (key === '*') {
    const siblings = visible.filter((other) => other.parentId === parentId && hasInside(other.node))
    return { do: 'open-all', ids: siblings.map((other) => other.node.id) }
  }
  if (key.length === 1 && key.trim() !== '') return byFirstLetter(key, at, visible)
  return null
}

/** There is nothing to open in an album, nor in a folder without anything. */
export const hasInside = ({ children }: TreeNode): boolean => (children?.length ?? 0) > 0

function byFirstLetter(letter: string, at: number, visible: VisibleNode[]): TreeStep | null {
  const wanted = letter.toLocaleLowerCase()
  const after = [...visible.slice(at + 1), ...visible.slice(0, at + 1)]
  const found = after.find(({ node }) => node.name.toLocaleLowerCase().startsWith(wanted))
  return found === undefined ? null : { do: 'go', to: visible.indexOf(found) }
}

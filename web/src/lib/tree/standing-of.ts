import type { TreeNode } from '@descant/contract'

/** Chosen itself, inside of something chosen, or around something chosen; what is none of these is left out. */
export type Standing = 'chosen' | 'within' | 'around'

export function standingOf(
  nodes: TreeNode[],
  chosen: ReadonlySet<string>,
  several: boolean,
): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>()
  /** Answers whether something in here is chosen. */
  const walk = (some: TreeNode[], isWithin: boolean): boolean => {
    let any = false
    for (const node of some) {
      const isChosen = chosen.has(node.id)
      const hasInside = walk(node.children ?? [], isWithin || (isChosen && several))
      if (isWithin) standing.set(node.id, 'within')
      else if (isChosen) standing.set(node.id, 'chosen')
      else if (hasInside) standing.set(node.id, 'around')
      any ||= isChosen || hasInside
    }
    return any
  }
  walk(nodes, false)
  return standing
}

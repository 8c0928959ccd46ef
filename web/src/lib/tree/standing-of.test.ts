import type { TreeNode } from '@descant/contract'
import { expect, test } from 'vitest'
import { foundNodes } from './found-nodes.ts'
import { standingOf } from './standing-of.ts'

const node = (id: string, ...children: TreeNode[]) => ({ id, name: `Name of ${id}`, children }) as unknown as TreeNode
const nodes = [node('a', node('b', node('c')), node('d')), node('e')]

test('who chooses a folder chooses what is in it, and the folders around say that something is chosen', () => {
  expect([...standingOf(nodes, new Set(['b', 'c']), true)].toSorted()).toEqual([
    ['a', 'around'],
    ['b', 'chosen'],
    ['c', 'within'],
  ])
})

test('where only one can be chosen, what is in it is not', () => {
  expect([...standingOf(nodes, new Set(['a']), false)]).toEqual([['a', 'chosen']])
})

test('what is found stands in its folders, which are open', () => {
  const found = foundNodes(nodes, ' OF C')

  expect(found.nodes).toEqual([node('a', node('b', node('c')))])
  expect([...(found.open ?? [])].toSorted()).toEqual(['a', 'b'])
  expect(foundNodes(nodes, 'nothing').nodes).toEqual([])
  expect(foundNodes(nodes, ' ')).toEqual({ nodes, open: null })
})

import type { TreeNode } from '@descant/contract'
import { expect, test } from 'vitest'
import { treeStep } from './tree-walk.ts'
import { foldersAbove, visibleNodes } from './visible-nodes.ts'

const node = (scheme: 'folder' | 'album', id: string, name: string, children?: TreeNode[]): TreeNode => ({
  scheme,
  id,
  name,
  idPath: id,
  namePath: name,
  size: String(children?.length ?? 0),
  url: { detail: `/${scheme}/${id}` },
  owner: 'mara@example.org',
  description: '',
  created: '20260101000000000',
  time: '20260101000000000',
  ...(children !== undefined && { children }),
})

const tree = [
  node('folder', 'CAMPS', 'Campaigns', [
    node('folder', 'SPRNG', 'Spring', [node('album', 'POSTR', 'Posters')]),
    node('album', 'LOGOS', 'Logos'),
  ]),
  node('folder', 'EMPTY', 'Empty', []),
  node('album', 'PRESS', 'Press'),
]
const names = (open: string[]) =>
  visibleNodes(tree, new Set(open)).map(({ node: { name }, level }) => `${level} ${name}`)
const step = (key: string, at: number, open: string[] = []) =>
  treeStep(key, at, visibleNodes(tree, new Set(open)), new Set(open))

test('closed folders hide what is inside', () => {
  expect(names([])).toEqual(['1 Campaigns', '1 Empty', '1 Press'])
  expect(names(['CAMPS'])).toEqual(['1 Campaigns', '2 Spring', '2 Logos', '1 Empty', '1 Press'])
  expect(names(['SPRNG'])).toEqual(['1 Campaigns', '1 Empty', '1 Press'])
})

test('right opens a folder, then goes inside; an empty one has no inside', () => {
  expect(step('ArrowRight', 0)).toEqual({ do: 'open', id: 'CAMPS' })
  expect(step('ArrowRight', 0, ['CAMPS'])).toEqual({ do: 'go', to: 1 })
  expect(step('ArrowRight', 1)).toBeNull()
  expect(step('ArrowRight', 1, ['EMPTY'])).toBeNull()
  expect(step('ArrowRight', 2)).toBeNull()
})

test('left closes a folder, then goes to the one around it', () => {
  expect(step('ArrowLeft', 0, ['CAMPS'])).toEqual({ do: 'close', id: 'CAMPS' })
  expect(step('ArrowLeft', 2, ['CAMPS'])).toEqual({ do: 'go', to: 0 })
  expect(step('ArrowLeft', 0)).toBeNull()
})

test('up and down stop at the ends', () => {
  expect(step('ArrowUp', 0)).toEqual({ do: 'go', to: 0 })
  expect(step('ArrowDown', 2)).toEqual({ do: 'go', to: 2 })
  expect(step('End', 0)).toEqual({ do: 'go', to: 2 })
})

test('a letter goes to the next name that begins with it, around the end', () => {
  expect(step('p', 0)).toEqual({ do: 'go', to: 2 })
  expect(step('C', 2)).toEqual({ do: 'go', to: 0 })
  expect(step('x', 0)).toBeNull()
})

test('a star opens every folder beside this one that has something in it', () => {
  expect(step('*', 2)).toEqual({ do: 'open-all', ids: ['CAMPS'] })
})

test('we know the folders above a thing', () => {
  expect(foldersAbove(tree, 'POSTR').map(({ name }) => name)).toEqual(['Campaigns', 'Spring'])
  expect(foldersAbove(tree, 'PRESS')).toEqual([])
  expect(foldersAbove(tree, 'NOPE5')).toEqual([])
})

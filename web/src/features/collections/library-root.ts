import type { TreeNode } from '@descant/contract'

/** Stands for the top of the library; no folder has it. */
export const rootId = ''

/** The library itself as the folder that everything is in. */
export const libraryRoot = (children: TreeNode[]): TreeNode => ({
  scheme: 'folder',
  id: rootId,
  name: 'Library',
  idPath: '',
  namePath: '',
  size: String(children.length),
  url: { detail: '/' },
  owner: '',
  description: '',
  created: '',
  time: '',
  children,
})

/** Folders alone, without the one left out. */
export const foldersOf = (nodes: TreeNode[], without: string): TreeNode[] =>
  nodes
    .filter(({ scheme, id }) => scheme === 'folder' && id !== without)
    .map((node) => ({ ...node, children: foldersOf(node.children ?? [], without) }))

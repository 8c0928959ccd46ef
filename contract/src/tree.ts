import { type Static, Type } from 'typebox'
import { CollectionId, NumberInString, SortDirection, WireTime } from './wire-values.ts'

/** A folder or an album. A folder that was expanded carries `children`, empty or not. */
export type TreeNode = {
  scheme: 'folder' | 'album'
  id: string
  name: string
  idPath: string
  namePath: string
  size: string
  url: { detail: string }
  owner: string
  description: string
  created: string
  time: string
  children?: TreeNode[]
}

const nodeProperties = {
  scheme: Type.Union([Type.Literal('folder'), Type.Literal('album')]),
  id: CollectionId,
  name: Type.String(),
  idPath: Type.String(),
  namePath: Type.String(),
  size: NumberInString,
  url: Type.Object({ detail: Type.String() }),
  owner: Type.String(),
  description: Type.String(),
  created: WireTime,
  time: WireTime,
}

export const TreeNode = Type.Cyclic(
  { TreeNode: Type.Object({ ...nodeProperties, children: Type.Optional(Type.Array(Type.Ref('TreeNode'))) }) },
  'TreeNode',
)

/** #6 and #7. `sortDirection` is the word: the published example's boolean breaks typed clients. */
export const Tree = Type.Object({
  sortBy: Type.String(),
  orderBy: Type.String(),
  sortDirection: SortDirection,
  results: Type.Array(TreeNode),
})
export type Tree = { sortBy: string; orderBy: string; sortDirection: SortDirection; results: TreeNode[] }

/** #16 and #17 answer with the new folder or album. */
export const CreatedCollection = Type.Object(nodeProperties)
export type CreatedCollection = Static<typeof CreatedCollection>

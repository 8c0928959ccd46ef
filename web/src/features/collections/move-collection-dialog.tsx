import type { TreeNode } from '@descant/contract'
import { FormDialog, notify } from '@descant/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { treeQuery } from '../../lib/api/tree.ts'
import { PlacePicker } from '../../lib/tree/place-picker.tsx'
import { foldersAbove } from '../../lib/tree/visible-nodes.ts'
import { useDam } from '../../lib/visit.ts'
import { changeCollection } from './change-collection.ts'
import { foldersOf, libraryRoot, rootId } from './library-root.ts'

/** Another folder to be in, or the top of the library. */
export function MoveCollectionDialog({
  node,
  opened,
  onClose,
}: {
  node: TreeNode
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const tree = useQuery(treeQuery(dam))
  const nodes = tree.data?.results ?? []
  const parentId = foldersAbove(nodes, node.id).at(-1)?.id ?? rootId
  const [target, setTarget] = useState<TreeNode | null>(null)
  return (
    <FormDialog
      opened={opened}
      title={`Move ${node.name}`}
      submitLabel="Move"
      onClose={onClose}
      onSubmit={async () => {
        if (target === null) throw new Error('Choose where it goes.')
        await changeCollection(dam, queries, node, { parentId: target.id === rootId ? null : target.id })
        notify(`${node.name} is in ${target.name} now.`)
      }}
    >
      <PlacePicker
        label="Folders"
        description="Everything in it goes along."
        // it can't go into itself, so what is inside of it is not shown
        nodes={[libraryRoot(foldersOf(nodes, node.id))]}
        chosen={new Set([target?.id ?? parentId])}
        mayChoose={({ id }) => id !== parentId}
        onChoose={setTarget}
      />
    </FormDialog>
  )
}

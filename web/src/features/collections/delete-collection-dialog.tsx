import type { TreeNode } from '@descant/contract'
import { ConfirmDialog, notify } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useDam } from '../../lib/visit.ts'
import { deleteCollection } from './change-collection.ts'

export function DeleteCollectionDialog({
  node,
  opened,
  onClose,
  onDeleted,
}: {
  node: TreeNode
  opened: boolean
  onClose: () => void
  onDeleted: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  return (
    <ConfirmDialog
      opened={opened}
      title={`Delete ${node.name}?`}
      confirmLabel="Delete"
      danger
      onClose={onClose}
      onConfirm={async () => {
        await deleteCollection(dam, queries, node)
        notify(`${node.name} is deleted.`)
        onDeleted()
      }}
    >
      {node.scheme === 'folder'
        ? 'The folder goes with all folders and albums in it. The assets stay in the library.'
        : 'The assets in it stay in the library and in their other albums.'}
    </ConfirmDialog>
  )
}

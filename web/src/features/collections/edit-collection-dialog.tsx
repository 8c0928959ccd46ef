import type { TreeNode } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { changeCollection } from './change-collection.ts'

export function EditCollectionDialog({
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
  return (
    <FormDialog
      opened={opened}
      title={node.scheme === 'folder' ? 'Edit folder' : 'Edit album'}
      submitLabel="Save"
      onClose={onClose}
      onSubmit={async (entered) => {
        const name = enteredText(entered, 'name')
        const description = enteredText(entered, 'description').replaceAll('\r\n', '\n')
        await changeCollection(dam, queries, node, {
          ...(name !== node.name && { name }),
          ...(description !== node.description && { description }),
        })
      }}
    >
      <TextInput
        label="Name"
        name="name"
        defaultValue={node.name}
        maxLength={80}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
      />
      <Textarea
        label="Description"
        name="description"
        defaultValue={node.description}
        maxLength={400}
        autosize
        minRows={2}
        maxRows={8}
      />
    </FormDialog>
  )
}

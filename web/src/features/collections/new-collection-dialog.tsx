import type { CreatedCollection, TreeNode } from '@descant/contract'
import { Dialog, sentenceOf } from '@descant/ui'
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useDam } from '../../lib/visit.ts'
import { createCollection } from './create-collection.ts'

const longestName = 80

/** Asks for the name of a new folder or album. `kind: null` is closed. */
export function NewCollectionDialog({
  kind,
  parent,
  onClose,
  onCreated,
}: {
  kind: 'folder' | 'album' | null
  /** `null`: the library's root. */
  parent: TreeNode | null
  onClose: () => void
  onCreated: (created: CreatedCollection) => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const creation = useMutation({
    mutationFn: (asked: { kind: 'folder' | 'album'; name: string }) =>
      createCollection(dam, { ...asked, parentId: parent?.id ?? null }),
    onSuccess: async (created) => {
      await queries.invalidateQueries({ queryKey: ['tree'] })
      close()
      onCreated(created)
    },
  })

  const close = () => {
    creation.reset()
    onClose()
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (kind !== null && name !== '') creation.mutate({ kind, name })
  }

  return (
    <Dialog opened={kind !== null} onClose={close} title={kind === 'album' ? 'New album' : 'New folder'}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Name"
            name="name"
            description={parent === null ? 'At the top of the library' : `In ${parent.name}`}
            maxLength={longestName}
            required
            withAsterisk={false}
            data-autofocus
            autoComplete="off"
          />
          {creation.isError && (
            <Alert color="red" role="alert">
              {sentenceOf(creation.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={creation.isPending}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

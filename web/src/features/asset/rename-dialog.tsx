import type { ContentRef } from '@descant/client'
import { Dialog, sentenceOf } from '@descant/ui'
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useDam } from '../../lib/visit.ts'

const longestName = 200

export function RenameDialog({
  asset,
  name,
  opened,
  onClose,
}: {
  asset: ContentRef
  name: string
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const renaming = useMutation({
    mutationFn: (wanted: string) => dam.rename(asset, wanted),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['asset', asset.id] }),
        queries.invalidateQueries({ queryKey: ['assets'] }),
      ])
      close()
    },
  })

  const close = () => {
    renaming.reset()
    onClose()
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (wanted === name) close()
    else if (wanted !== '') renaming.mutate(wanted)
  }

  return (
    <Dialog opened={opened} onClose={close} title="Rename">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Name"
            name="name"
            defaultValue={name}
            maxLength={longestName}
            required
            withAsterisk={false}
            autoComplete="off"
            data-autofocus
          />
          {renaming.isError && (
            <Alert color="red" role="alert">
              {sentenceOf(renaming.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={renaming.isPending}>
              Rename
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

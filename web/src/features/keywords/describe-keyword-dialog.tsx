import type { VocabularyEntry } from '@descant/contract'
import { Dialog, sentenceOf } from '@descant/ui'
import { Alert, Button, Group, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useDam } from '../../lib/visit.ts'
import { describeKeyword } from './change-vocabulary.ts'

/** `keyword: null` is closed. */
export function DescribeKeywordDialog({ keyword, onClose }: { keyword: VocabularyEntry | null; onClose: () => void }) {
  const dam = useDam()
  const queries = useQueryClient()
  const describing = useMutation({
    mutationFn: ({ entry, description }: { entry: VocabularyEntry; description: string }) =>
      describeKeyword(dam, entry, description),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['vocabulary'] })
      close()
    },
  })

  const close = () => {
    describing.reset()
    onClose()
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (keyword === null) return
    const description = String(new FormData(event.currentTarget).get('description') ?? '').trim()
    describing.mutate({ entry: keyword, description })
  }

  return (
    <Dialog opened={keyword !== null} onClose={close} title={`Describe ${keyword?.name ?? ''}`}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label="Description"
            name="description"
            description="What this keyword is for."
            defaultValue={keyword?.description ?? ''}
            rows={3}
            data-autofocus
          />
          {describing.isError && (
            <Alert color="red" role="alert">
              {sentenceOf(describing.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={describing.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

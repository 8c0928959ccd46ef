import { sentenceOf } from '@descant/ui'
import { Alert, Button, TextInput, VisuallyHidden } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef } from 'react'
import { useDam } from '../../lib/visit.ts'
import { addKeyword } from './change-vocabulary.ts'

export function AddKeywordForm() {
  const dam = useDam()
  const queries = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const addition = useMutation({
    mutationFn: (body: { name: string; description: string }) => addKeyword(dam, body),
    onSuccess: async () => {
      form.current?.reset()
      form.current?.querySelector('input')?.focus()
      await queries.invalidateQueries({ queryKey: ['vocabulary'] })
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    const name = String(entered.get('name') ?? '').trim()
    if (name !== '') addition.mutate({ name, description: String(entered.get('description') ?? '').trim() })
  }

  return (
    <form ref={form} onSubmit={submit} className="add-keyword" aria-label="Add a keyword">
      <TextInput label="Keyword" name="name" required withAsterisk={false} autoComplete="off" />
      <TextInput label="Description" name="description" autoComplete="off" />
      <Button type="submit" loading={addition.isPending}>
        Add keyword
      </Button>
      {addition.isError && (
        <Alert color="red" role="alert" className="add-keyword-problem">
          {sentenceOf(addition.error)}
        </Alert>
      )}
      <VisuallyHidden role="status">{addition.isSuccess ? `${addition.variables.name} added` : ''}</VisuallyHidden>
    </form>
  )
}

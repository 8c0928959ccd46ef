import type { CurrentUser } from '@descant/contract'
import { notify, sentenceOf } from '@descant/ui'
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { enteredText } from '../../lib/entered-text.ts'
import { useVisit } from '../../lib/visit.ts'

/** One's own name, as others see it beside what one does. */
export function NameForm({ onChanged }: { onChanged: () => Promise<void> }) {
  const { dam, session } = useVisit()
  const { firstName, lastName, email } = session.user
  const saving = useMutation({
    mutationFn: (body: { firstName: string; lastName: string }) =>
      dam.web.json<CurrentUser>('/web/v1/profile', { method: 'PUT', body }),
    onSuccess: async () => {
      await onChanged()
      notify('Your name is saved.')
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    saving.mutate({ firstName: enteredText(entered, 'firstName'), lastName: enteredText(entered, 'lastName') })
  }

  return (
    <form onSubmit={submit}>
      <Stack maw={480}>
        <Group grow align="flex-start">
          <TextInput label="First name" name="firstName" defaultValue={firstName} autoComplete="given-name" />
          <TextInput label="Last name" name="lastName" defaultValue={lastName} autoComplete="family-name" />
        </Group>
        <TextInput label="E-mail" value={email} readOnly description="Administrators change addresses." />
        {saving.isError && (
          <Alert color="red" role="alert">
            {sentenceOf(saving.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={saving.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { sentenceOf } from '@descant/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DamSettings } from '../../../../src/api/dam-settings-wire.ts'
import { DamFieldInputs } from './dam-fields.tsx'
import { authenticate, damSettingsKey, discardDraft, save } from './dam-settings.ts'
import { fieldsToSend, isComplete, isSameApp, isSecretKept, type TypedFields, typedFrom } from './typed-fields.ts'

/** Fill in, authenticate, save: the order of the guide. */
export function DamForm({ settings, onChanged }: { settings: DamSettings; onChanged: () => void }) {
  const queries = useQueryClient()
  const { fields: kept } = settings
  const [typed, setTyped] = useState(() => typedFrom(kept))
  const take = (answer: DamSettings) => {
    queries.setQueryData(damSettingsKey, answer)
    setTyped(typedFrom(answer.fields))
    onChanged()
  }

  const leaving = useMutation({
    mutationFn: authenticate,
    onSuccess: ({ location }) => window.location.assign(location),
  })
  const saving = useMutation({ mutationFn: save, onSuccess: take })
  const discarding = useMutation({ mutationFn: discardDraft, onSuccess: take })

  const isFilled = isComplete(typed, kept)
  const isConsented = settings.isAuthenticated && isSameApp(typed, kept)
  const isUnsaved = kept?.isSaved !== true || typed.keyword.trim() !== kept.keyword
  const problem = leaving.error ?? saving.error ?? discarding.error
  const onType = (change: Partial<TypedFields>) => {
    setTyped((before) => ({ ...before, ...change }))
    for (const act of [leaving, saving, discarding]) act.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isConsented && isUnsaved) saving.mutate(fieldsToSend(typed))
    else if (isFilled && !isConsented) leaving.mutate(fieldsToSend(typed))
  }

  return (
    <form onSubmit={submit} aria-label="DAM settings">
      <Stack gap="lg">
        <DamFieldInputs
          typed={typed}
          onType={onType}
          redirectUri={settings.redirectUri}
          isSecretKept={isSecretKept(typed, kept)}
        />
        {problem && (
          <Alert color="red" role="alert">
            {sentenceOf(problem)}
          </Alert>
        )}
        <Group gap="sm">
          <Button
            type="button"
            variant={isConsented ? 'default' : 'filled'}
            disabled={!isFilled}
            loading={leaving.isPending || leaving.isSuccess}
            onClick={() => leaving.mutate(fieldsToSend(typed))}
          >
            Authenticate Canto
          </Button>
          <Button type="submit" disabled={!isConsented || !isFilled || !isUnsaved} loading={saving.isPending}>
            Save
          </Button>
          {kept !== null && !kept.isSaved && settings.connection !== null && (
            <Button type="button" variant="subtle" loading={discarding.isPending} onClick={() => discarding.mutate()}>
              Discard changes
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {whatNext({ isFilled, isConsented, isUnsaved })}
        </Text>
      </Stack>
    </form>
  )
}

function whatNext({
  isFilled,
  isConsented,
  isUnsaved,
}: Record<'isFilled' | 'isConsented' | 'isUnsaved', boolean>): string {
  if (!isFilled) return 'Fill in all fields to authenticate Canto.'
  if (!isConsented)
    return 'Authenticate Canto: sign in there, choose the part of the library with your files, and allow the access.'
  return isUnsaved ? 'Canto is authenticated. Save to start importing.' : 'Everything is saved.'
}

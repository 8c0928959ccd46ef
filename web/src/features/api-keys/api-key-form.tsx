import type { CreateApiKeyBody } from '@descant/contract'
import { sentenceOf } from '@descant/ui'
import { Alert, Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { addressesFrom } from './addresses-from.ts'

export type ApiKeyFields = Required<CreateApiKeyBody>

export const emptyApiKey: ApiKeyFields = {
  name: '',
  redirectUri: '',
  website: '',
  logoUrl: '',
  clientCredentials: false,
}

/** What an application tells about itself. Website and logo follow the redirect URL until a person changes them. */
export function ApiKeyForm({
  initial,
  submitLabel,
  onSubmit,
  onCancel,
  children,
}: {
  initial: ApiKeyFields
  submitLabel: string
  onSubmit: (fields: ApiKeyFields) => Promise<void>
  onCancel: () => void
  /** Between the fields and the buttons. */
  children?: ReactNode
}) {
  const [fields, setFields] = useState(initial)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const set = (changed: Partial<ApiKeyFields>) => setFields((before) => ({ ...before, ...changed }))

  const setRedirectUri = (redirectUri: string) => {
    const before = addressesFrom(fields.redirectUri)
    const after = addressesFrom(redirectUri)
    set({
      redirectUri,
      ...(fields.website === before.website && { website: after.website }),
      ...(fields.logoUrl === before.logoUrl && { logoUrl: after.logoUrl }),
    })
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await onSubmit({ ...fields, name: fields.name.trim(), redirectUri: fields.redirectUri.trim() })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} style={{ maxWidth: 560 }}>
      <Stack>
        <TextInput
          label="Name"
          description="What people see when they are asked to let the application in."
          required
          value={fields.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          autoComplete="off"
        />
        <TextInput
          label="Redirect URL"
          description="Where the application wants people back after they allowed it."
          placeholder="https://"
          required
          value={fields.redirectUri}
          onChange={(event) => setRedirectUri(event.currentTarget.value)}
          autoComplete="off"
          inputMode="url"
        />
        <TextInput
          label="Website"
          description="Filled in from the redirect URL."
          value={fields.website}
          onChange={(event) => set({ website: event.currentTarget.value })}
          autoComplete="off"
          inputMode="url"
        />
        <TextInput
          label="Logo URL"
          description="Filled in from the redirect URL."
          value={fields.logoUrl}
          onChange={(event) => set({ logoUrl: event.currentTarget.value })}
          autoComplete="off"
          inputMode="url"
        />
        <Switch
          label="Client credentials"
          description="Lets the application in with its own App ID and App Secret, without anybody signing in."
          checked={fields.clientCredentials}
          onChange={(event) => set({ clientCredentials: event.currentTarget.checked })}
        />
        {children}
        {problem !== null && (
          <Alert color="red" role="alert">
            {sentenceOf(problem)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

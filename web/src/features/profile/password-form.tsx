import { notify, sentenceOf } from '@descant/ui'
import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef } from 'react'
import { useVisit } from '../../lib/visit.ts'

const fewest = 8

/** A new password for oneself, typed twice. */
export function PasswordForm({ onChange }: { onChange: (current: string, password: string) => Promise<void> }) {
  const { email } = useVisit().session.user
  const form = useRef<HTMLFormElement>(null)
  const changing = useMutation({
    mutationFn: async ({ current, password, again }: Record<'current' | 'password' | 'again', string>) => {
      if (password !== again) throw new Error('The two new passwords differ.')
      await onChange(current, password)
    },
    onSuccess: () => {
      form.current?.reset()
      notify('Your password is changed. Everywhere else you are signed out.')
    },
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    const typed = (name: string) => String(entered.get(name) ?? '')
    changing.mutate({ current: typed('current'), password: typed('password'), again: typed('again') })
  }

  return (
    <form ref={form} onSubmit={submit}>
      <Stack maw={480}>
        {/* tells a password manager whose password it is */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput label="Current password" name="current" autoComplete="current-password" {...common} />
        <PasswordInput
          label="New password"
          name="password"
          description={`At least ${fewest} characters.`}
          autoComplete="new-password"
          minLength={fewest}
          {...common}
        />
        <PasswordInput label="New password again" name="again" autoComplete="new-password" {...common} />
        {changing.isError && (
          <Alert color="red" role="alert">
            {sentenceOf(changing.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={changing.isPending}>
            Change password
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const common = {
  required: true,
  withAsterisk: false,
  visibilityToggleButtonProps: { 'aria-label': 'Show or hide the password', tabIndex: 0, 'aria-hidden': false },
} as const

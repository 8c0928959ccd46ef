import './sign-in-form.css'
import { Alert, Button, PasswordInput, TextInput, Title } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Mark } from '../frame/mark.tsx'
import { mainId } from '../frame/skip-link.tsx'
import { sentenceOf } from '../states/sentence-of.ts'

/** A whole page. What `onSubmit` throws is shown, and gets the focus so that it is read out. */
export function SignInForm({
  onSubmit,
  title,
  product = 'Descant',
  children,
}: {
  onSubmit: (email: string, password: string) => Promise<void>
  title: string
  product?: string
  /** Under the heading. */
  children?: ReactNode
}) {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const alert = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (problem !== null) alert.current?.focus()
  }, [problem])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setProblem(null)
    try {
      await onSubmit(String(form.get('email') ?? '').trim(), String(form.get('password') ?? ''))
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="sign-in" id={mainId}>
      <title>{`${title} · ${product}`}</title>
      <form className="sign-in-card" onSubmit={(event) => void submit(event)}>
        <div className="sign-in-brand">
          <Mark size={34} />
          <span>{product}</span>
        </div>
        <Title order={1} size="h3">
          {title}
        </Title>
        {children}
        {problem !== null && (
          <Alert ref={alert} tabIndex={-1} role="alert" color="red" icon={<IconAlertCircle />}>
            {problem}
          </Alert>
        )}
        <TextInput label="E-mail" name="email" type="email" autoComplete="username" required withAsterisk={false} />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0, 'aria-hidden': false }}
        />
        <Button type="submit" loading={busy} size="md" mt={4}>
          Sign in
        </Button>
      </form>
    </main>
  )
}

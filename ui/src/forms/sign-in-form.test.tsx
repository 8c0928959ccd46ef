// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderThemed } from '../testing/render-themed.tsx'
import { SignInForm } from './sign-in-form.tsx'

afterEach(cleanup)

test('what a person types is handed on, without spaces around the address', async () => {
  const tried: string[][] = []
  const { person } = renderThemed(
    <SignInForm title="Sign in" onSubmit={async (email, password) => void tried.push([email, password])} />,
  )

  await person.type(screen.getByRole('textbox', { name: 'E-mail' }), 'mara@example.org')
  await person.type(screen.getByLabelText('Password'), ' a secret {enter}')

  expect(tried).toEqual([['mara@example.org', ' a secret ']])
})

test('a refusal is shown in its own words and gets the focus', async () => {
  const { person } = renderThemed(
    <SignInForm
      title="Sign in"
      onSubmit={async () => {
        throw new Error('The e-mail address or the password is not right')
      }}
    />,
  )

  await person.type(screen.getByRole('textbox', { name: 'E-mail' }), 'mara@example.org')
  await person.type(screen.getByLabelText('Password'), 'wrong{enter}')

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The e-mail address or the password is not right')
  expect(document.activeElement).toBe(alert)
})

test('the password can be shown by keyboard, and the button says so', async () => {
  const { person } = renderThemed(<SignInForm title="Sign in" onSubmit={async () => {}} />)
  const password = screen.getByLabelText<HTMLInputElement>('Password')

  await person.click(screen.getByRole('button', { name: 'Show or hide the password' }))

  expect(password.type).toBe('text')
})

// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderThemed } from '../testing/render-themed.tsx'
import { AppFrame } from './app-frame.tsx'

afterEach(cleanup)

const ada = { name: 'Ada Lovelace', email: 'ada@example.org' }

test('the first stop of the keyboard leads over the header to the content', async () => {
  const { person } = renderThemed(
    <AppFrame product="Descant" user={ada} onSignOut={() => {}}>
      <h1>Assets</h1>
    </AppFrame>,
  )

  await person.tab()
  expect(document.activeElement?.textContent).toBe('Skip to content')
  await person.keyboard('{Enter}')

  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('signing out is under the initials', async () => {
  let out = 0
  const { person } = renderThemed(
    <AppFrame product="Descant" user={ada} onSignOut={() => out++}>
      <h1>Assets</h1>
    </AppFrame>,
  )

  await person.click(screen.getByRole('button', { name: 'AL, account menu of Ada Lovelace' }))
  await person.click(await screen.findByRole('menuitem', { name: 'Sign out' }))

  expect(out).toBe(1)
})

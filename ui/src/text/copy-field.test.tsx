// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderThemed } from '../testing/render-themed.tsx'
import { CopyField } from './copy-field.tsx'

afterEach(cleanup)

test('a secret is covered, copied all the same, and the copying is announced', async () => {
  const { person } = renderThemed(<CopyField label="App Secret" value="0123abcd" secret />)
  expect(screen.getByLabelText<HTMLInputElement>('App Secret').type).toBe('password')

  await person.click(screen.getByRole('button', { name: 'Copy App Secret' }))

  expect(await navigator.clipboard.readText()).toBe('0123abcd')
  expect(screen.getByText('App Secret copied').getAttribute('role')).toBe('status')
})

test('what cannot be copied is said, with a way out', async () => {
  const { person } = renderThemed(<CopyField label="App ID" value="abc" />)
  navigator.clipboard.writeText = async () => {
    throw new DOMException('not allowed', 'NotAllowedError')
  }
  document.execCommand = () => false

  await person.click(screen.getByRole('button', { name: 'Copy App ID' }))

  expect(await screen.findByText(/could not be copied: select it and copy by hand/)).toBeTruthy()
})

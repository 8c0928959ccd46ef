// @vitest-environment jsdom
import { TextInput } from '@mantine/core'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderThemed } from '../testing/render-themed.tsx'
import { FormDialog } from './form-dialog.tsx'

afterEach(cleanup)

function renderDialog(onSubmit: (entered: FormData) => Promise<void>) {
  const closed: true[] = []
  const { person } = renderThemed(
    <FormDialog opened title="New group" submitLabel="Create" onSubmit={onSubmit} onClose={() => closed.push(true)}>
      <TextInput label="Name" name="name" defaultValue="Press" />
    </FormDialog>,
  )
  return { person, closed }
}

test('what was entered is handed on, and the dialog closes when that is done', async () => {
  const got: unknown[] = []
  const { person, closed } = renderDialog(async (entered) => void got.push(entered.get('name')))

  await person.type(screen.getByLabelText('Name'), ' office{Enter}')

  await expect.poll(() => closed.length).toBe(1)
  expect(got).toEqual(['Press office'])
})

test('a refusal is said, and what was entered stays', async () => {
  const { person, closed } = renderDialog(async () => {
    throw new Error('There is a group of this name already.')
  })

  await person.click(screen.getByRole('button', { name: 'Create' }))

  expect((await screen.findByRole('alert')).textContent).toBe('There is a group of this name already.')
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Press')
  expect(closed).toEqual([])
})

// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { renderThemed } from '../testing/render-themed.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

afterEach(cleanup)

function Revoking({ onConfirm }: { onConfirm: () => Promise<void> }) {
  const [opened, setOpened] = useState(true)
  return (
    <ConfirmDialog
      opened={opened}
      title="Revoke the key?"
      confirmLabel="Revoke"
      onConfirm={onConfirm}
      onClose={() => setOpened(false)}
    >
      It ends at once.
    </ConfirmDialog>
  )
}

test('it closes once it is done', async () => {
  let done = 0
  const { person } = renderThemed(<Revoking onConfirm={async () => void done++} />)

  await person.click(await screen.findByRole('button', { name: 'Revoke' }))

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(done).toBe(1)
})

test('it stays open with the reason when it was refused', async () => {
  const { person } = renderThemed(
    <Revoking
      onConfirm={async () => {
        throw new Error('Somebody else revoked it already.')
      }}
    />,
  )

  await person.click(await screen.findByRole('button', { name: 'Revoke' }))

  expect((await screen.findByRole('alert')).textContent).toBe('Somebody else revoked it already.')
  expect(screen.getByRole('dialog', { name: 'Revoke the key?' })).toBeTruthy()
})

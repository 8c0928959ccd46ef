// @vitest-environment jsdom
import { Button, Menu } from '@mantine/core'
import { cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { renderThemed } from '../testing/render-themed.tsx'
import { Dialog } from './dialog.tsx'

afterEach(cleanup)

function Page() {
  const [shown, setShown] = useState<'first' | 'second' | null>(null)
  const [hasRow, setHasRow] = useState(true)
  const close = () => setShown(null)
  return (
    <main>
      <h1 tabIndex={-1}>Assets</h1>
      <Menu>
        <Menu.Target>
          <Button>More</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setShown('first')}>Rename</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {hasRow && <Button onClick={() => setShown('first')}>Delete</Button>}
      <Dialog opened={shown === 'first'} onClose={close} title="First">
        <Button
          onClick={(event) => {
            // as a button does that waits for an answer
            event.currentTarget.blur()
            setShown('second')
          }}
        >
          Go on
        </Button>
        <Button
          onClick={() => {
            setHasRow(false)
            close()
          }}
        >
          Do it
        </Button>
      </Dialog>
      <Dialog opened={shown === 'second'} onClose={close} title="Second">
        <Button onClick={close}>Done</Button>
      </Dialog>
    </main>
  )
}

const focused = () => document.activeElement?.textContent

test('a dialog that was opened by a menu gives the focus back to the button of that menu', async () => {
  const { person } = renderThemed(<Page />)
  await person.click(screen.getByRole('button', { name: 'More' }))
  await person.click(await screen.findByRole('menuitem', { name: 'Rename' }))
  await screen.findByRole('dialog')

  await person.keyboard('{Escape}')

  await expect.poll(focused).toBe('More')
})

test('a dialog after a dialog gives it back to what opened the first', async () => {
  const { person } = renderThemed(<Page />)
  await person.click(screen.getByRole('button', { name: 'Delete' }))
  await person.click(await screen.findByRole('button', { name: 'Go on' }))

  await person.click(await screen.findByRole('button', { name: 'Done' }))

  await expect.poll(focused).toBe('Delete')
})

test('when what opened it is gone, the heading of the page gets it', async () => {
  const { person } = renderThemed(<Page />)
  await person.click(screen.getByRole('button', { name: 'Delete' }))

  await person.click(await screen.findByRole('button', { name: 'Do it' }))

  await expect.poll(focused).toBe('Assets')
})

// @vitest-environment jsdom
import { cleanup, renderThemed, screen } from '@descant/ui/testing'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useAsOpened } from './use-as-opened.ts'

afterEach(cleanup)

function Form() {
  const [opened, setOpened] = useState(false)
  const [now, setNow] = useState<string>()
  const held = useAsOpened(opened, now)
  return (
    <>
      <button type="button" onClick={() => setOpened(!opened)}>
        {opened ? 'Close' : 'Open'}
      </button>
      <button type="button" onClick={() => setNow((before) => `${before ?? ''}Mara`)}>
        Somebody writes
      </button>
      <output>{held ?? 'on its way'}</output>
    </>
  )
}

test('a form keeps what it opened with, and has what is new when it opens again', async () => {
  const { person } = renderThemed(<Form />)
  const press = (name: string) => person.click(screen.getByRole('button', { name }))
  const shown = () => screen.getByRole('status').textContent

  await press('Open')
  expect(shown()).toBe('on its way')
  await press('Somebody writes')
  expect(shown()).toBe('Mara')
  await press('Somebody writes')
  expect(shown()).toBe('Mara')

  await press('Close')
  await press('Open')
  expect(shown()).toBe('MaraMara')
})

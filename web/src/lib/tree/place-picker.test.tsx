// @vitest-environment jsdom
import type { TreeNode } from '@descant/contract'
import { cleanup, renderThemed, screen } from '@descant/ui/testing'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { PlacePicker } from './place-picker.tsx'

afterEach(cleanup)

const node = (scheme: 'folder' | 'album', id: string, name: string, children?: TreeNode[]) =>
  ({ scheme, id, name, ...(children !== undefined && { children }) }) as TreeNode
const nodes = [
  node('folder', 'CAMPS', 'Campaigns', [node('album', 'POSTR', 'Posters'), node('album', 'FILMS', 'Films')]),
  node('album', 'PRESS', 'Press'),
]

function Several({ mayChoose = () => true }: { mayChoose?: (node: TreeNode) => boolean }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['POSTR']))
  return (
    <PlacePicker
      label="Places"
      nodes={nodes}
      several
      chosen={chosen}
      mayChoose={mayChoose}
      onChoose={({ id }) => setChosen((before) => new Set(before.has(id) ? [] : [...before, id]))}
    />
  )
}

const item = (name: RegExp) => screen.getByRole('treeitem', { name })
const checkedOf = (name: RegExp) => item(name).getAttribute('aria-checked')

test('what is chosen is in sight, and the folder around says that a part of it is', () => {
  renderThemed(<Several />)

  expect([checkedOf(/Campaigns/), checkedOf(/Posters/), checkedOf(/Films/)]).toEqual(['mixed', 'true', 'false'])
})

test('with the keys alone: one stop, arrows walk, space chooses a folder with everything in it', async () => {
  const { person } = renderThemed(<Several />)

  await person.tab() // to the text that finds
  await person.tab()
  expect(document.activeElement).toBe(item(/Posters/))
  await person.keyboard('{ArrowUp} ')

  expect([checkedOf(/Campaigns/), checkedOf(/Posters/), checkedOf(/Films/)]).toEqual(['true', 'true', 'true'])
  await person.click(item(/Films/)) // is in it already
  expect([checkedOf(/Films/), item(/Films/).getAttribute('aria-disabled')]).toEqual(['true', 'true'])
})

test('what may not be chosen is not', async () => {
  const { person } = renderThemed(<Several mayChoose={({ id }) => id !== 'PRESS'} />)

  await person.click(item(/Press/))

  expect(checkedOf(/Press/)).toBe('false')
})

test('typing finds what is deep inside', async () => {
  const { person } = renderThemed(<Several />)

  await person.type(screen.getByRole('textbox', { name: 'Find in places' }), 'film')

  expect(screen.getAllByRole('treeitem').map((each) => each.textContent)).toEqual(['Campaigns', 'Films'])
})

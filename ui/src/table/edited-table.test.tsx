// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { cleanup, renderThemed, screen } from '../testing/render-themed.tsx'
import { EditedTable } from './edited-table.tsx'

afterEach(cleanup)

type Preset = { id: string; name: string }

function table(rows: Preset[], remove: (row: Preset) => Promise<void> = async () => {}) {
  return renderThemed(
    <EditedTable
      label="Presets"
      rows={rows}
      rowKey={({ id }) => id}
      nameOf={({ name }) => name}
      columns={[{ header: 'Name', rowHeader: true, cell: ({ name }) => name }]}
      empty={{ icon: null, title: 'No presets yet', text: 'A preset is a size.' }}
      edit={{ renderDialog: (row) => <output>{row === null ? 'closed' : `editing ${row.name}`}</output> }}
      remove={{ consequence: ({ name }) => `${name} goes.`, run: remove }}
    />,
  )
}

test('says so while there is nothing', () => {
  table([])

  expect(screen.getByText('No presets yet')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})

test('a row is edited, and deleted after a question that names it', async () => {
  const removed: string[] = []
  const { person } = table([{ id: '1', name: 'Small' }], async ({ id }) => void removed.push(id))

  await person.click(screen.getByRole('button', { name: 'Edit Small' }))
  expect(screen.getByRole('status').textContent).toBe('editing Small')

  await person.click(screen.getByRole('button', { name: 'Delete Small' }))
  const dialog = await screen.findByRole('dialog', { name: 'Delete Small?' })
  expect(dialog.textContent).toContain('Small goes.')
  expect(removed).toEqual([])
  await person.click(screen.getByRole('button', { name: 'Delete' }))
  await expect.poll(() => removed).toEqual(['1'])
})

test('what could not be deleted stays, with the reason', async () => {
  const { person } = table([{ id: '1', name: 'Small' }], () => Promise.reject(new Error('It is in use.')))

  await person.click(screen.getByRole('button', { name: 'Delete Small' }))
  await screen.findByRole('dialog', { name: 'Delete Small?' })
  await person.click(screen.getByRole('button', { name: 'Delete' }))

  expect((await screen.findByRole('alert')).textContent).toContain('It is in use.')
})

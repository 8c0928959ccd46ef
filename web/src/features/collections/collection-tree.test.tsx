// @vitest-environment jsdom
import type { TreeNode } from '@descant/contract'
import { cleanup, renderThemed, screen } from '@descant/ui/testing'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { afterEach, expect, test } from 'vitest'
import { CollectionTree } from './collection-tree.tsx'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const node = (scheme: 'folder' | 'album', id: string, name: string, children?: TreeNode[]): TreeNode => ({
  scheme,
  id,
  name,
  idPath: id,
  namePath: name,
  size: '3',
  url: { detail: `/${scheme}/${id}` },
  owner: 'mara@example.org',
  description: '',
  created: '20260101000000000',
  time: '20260101000000000',
  ...(children !== undefined && { children }),
})
const nodes = [
  node('folder', 'CAMPS', 'Campaigns', [node('album', 'POSTR', 'Posters')]),
  node('folder', 'EMPTY', 'Without anything', []),
  node('album', 'PRESS', '<b>Press</b>'),
]

/** The tree in a router that knows the two kinds of places and shows nothing else. */
async function renderTree(currentId: string | null = null) {
  const root = createRootRoute({
    component: () => (
      <>
        <CollectionTree nodes={nodes} currentId={currentId} />
        <Outlet />
      </>
    ),
  })
  const place = (path: string) => createRoute({ getParentRoute: () => root, path, component: () => null })
  const router = createRouter({
    routeTree: root.addChildren([place('/'), place('/album/$albumId'), place('/folder/$folderId')]),
    history: createMemoryHistory(),
  })
  const rendered = renderThemed(<RouterProvider router={router as never} />)
  await screen.findByRole('tree', { name: 'Folders and albums' })
  return { ...rendered, path: () => router.state.location.pathname }
}

const item = (name: RegExp) => screen.getByRole('treeitem', { name })

test('a folder without anything in it does not offer to be opened', async () => {
  await renderTree()

  expect(item(/Without anything/).getAttribute('aria-expanded')).toBeNull()
  expect(item(/Without anything/).querySelector('.collection-toggle svg')).toBeNull()
  expect(item(/Campaigns/).querySelector('.collection-toggle svg')).not.toBeNull()
})

test('the tree is one stop of the Tab key; arrows open, walk and close', async () => {
  const { person } = await renderTree()

  await person.tab()
  expect(document.activeElement).toBe(item(/Campaigns/))
  expect(item(/Campaigns/).getAttribute('aria-expanded')).toBe('false')
  await person.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement).toBe(item(/Posters/))
  expect(item(/Posters/).getAttribute('aria-level')).toBe('2')
  await person.keyboard('{ArrowLeft}{ArrowLeft}')

  expect(document.activeElement).toBe(item(/Campaigns/))
  expect(screen.queryByRole('treeitem', { name: /Posters/ })).toBeNull()
})

test('Enter and space go to the place', async () => {
  const { person, path } = await renderTree()

  await person.tab()
  await person.keyboard('{End} ')
  await expect.poll(path).toBe('/album/PRESS')
  await person.keyboard('{Home}{Enter}')

  await expect.poll(path).toBe('/folder/CAMPS')
})

test('the pointer opens a folder without going there', async () => {
  const { person, path } = await renderTree()

  const arrow = item(/Campaigns/).querySelector('.collection-toggle')
  if (arrow === null) throw new Error('no arrow')
  await person.click(arrow)

  expect(item(/Posters/)).toBeTruthy()
  expect(path()).toBe('/')
})

test('the place one is at is marked, with its folders open around it', async () => {
  await renderTree('POSTR')

  expect(item(/Posters/).getAttribute('aria-selected')).toBe('true')
  expect(item(/Campaigns/).getAttribute('aria-selected')).toBe('false')
})

test('a name is text, whatever somebody put into it', async () => {
  await renderTree()

  expect(item(/<b>Press<\/b>/).querySelector('b')).toBeNull()
})

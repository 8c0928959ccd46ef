import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, expectAccessible } from './harness/browser.ts'
import { type Library, openLibrary } from './harness/library.ts'

const open: { page?: Page } = {}
let library: Library

beforeAll(async () => {
  if (!chromiumPath) return
  library = await openLibrary()
  await imported('first', ['one.png', 'two.png', 'three.png', 'four.png'])
}, 120_000)

afterAll(() => library?.close())

const needsChromium = test.skipIf(!chromiumPath)

needsChromium(
  'what somebody else adds appears by itself, and focus and selection stay with the assets they were on (needs chromium)',
  async () => {
    const page = await signedIn()
    await page.goto(`${library.origin}/?sort=name&direction=ascending`)
    const tiles = page.getByRole('grid').getByRole('link')
    await expect.poll(() => namesOf(page)).toEqual(['four.png', 'one.png', 'three.png', 'two.png'])
    await tiles.filter({ hasText: 'three.png' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('region', { name: 'Selection' }).getByText('1 selected').waitFor()

    await imported('second', ['added.png', 'begun.png'])
    await tiles.filter({ hasText: 'begun.png' }).waitFor({ timeout: 30_000 })

    await expect.poll(() => focused(page)).toContain('three.png')
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByRole('region', { name: 'Selection' }).getByText('2 selected').waitFor()
    expect(await chosen(page)).toEqual(['Select three.png', 'Select two.png'])
    expect(await focused(page)).toContain('two.png')
    await page.keyboard.press('Escape')
  },
  60_000,
)

needsChromium(
  'a folder that is dropped becomes a folder with albums, and is moved by a dialog (needs chromium)',
  async () => {
    const page = await signedIn()
    await page.goto(library.origin)
    await page.getByRole('grid').waitFor()
    await pictures(join(library.folder, 'Spring', 'Posters'), ['blossom.png', 'meadow.png'])
    await pictures(join(library.folder, 'Spring'), ['rain.png'])
    await dropOn(page, join(library.folder, 'Spring'))
    await page.getByRole('region', { name: 'Uploads' }).getByText('3 files uploaded').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Close uploads' }).click()
    await expect.poll(() => focused(page)).toBe('All assets')

    await page.getByRole('button', { name: 'New folder or album' }).click()
    await page.getByRole('menuitem', { name: 'New folder' }).click()
    await page.getByLabel('Name').fill('Archive')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { level: 1, name: 'Archive' }).waitFor()

    const tree = page.getByRole('tree', { name: 'Folders and albums' })
    await tree.getByRole('treeitem', { name: 'Spring' }).click()
    await page.getByRole('heading', { level: 1, name: 'Spring' }).waitFor()
    await page.getByRole('button', { name: 'Change Spring' }).click()
    await page.getByRole('menuitem', { name: 'Move to…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Move Spring' })
    await dialog.getByRole('treeitem', { name: 'Archive' }).click()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Move' }).click()

    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Archive' }).waitFor()
    await expect.poll(() => focused(page, 'aria-label')).toBe('Change Spring')
    await page
      .getByRole('link', { name: /^Posters/ })
      .first()
      .click()
    await expect.poll(() => namesOf(page)).toEqual(expect.arrayContaining(['blossom.png', 'meadow.png']))
  },
  60_000,
)

needsChromium(
  'a portal is made of what is ticked in the tree (needs chromium)',
  async () => {
    const page = await signedIn()
    await page.goto(`${library.origin}/settings/configuration/portals`)
    await page.getByRole('button', { name: 'New portal' }).click()
    const dialog = page.getByRole('dialog', { name: 'New portal' })
    await dialog.getByLabel('Name').fill('For the press')
    await dialog.getByRole('treeitem', { name: 'Archive' }).press('ArrowRight')
    await dialog.getByRole('treeitem', { name: 'Spring' }).click()
    await dialog.locator('[role="treeitem"][aria-checked="mixed"]').filter({ hasText: 'Archive' }).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Create' }).click()

    await page.getByRole('rowheader', { name: /^For the press/ }).waitFor()
    await page.getByRole('cell', { name: 'Archive/Spring' }).waitFor()
    await expect.poll(() => focused(page)).toBe('New portal')
  },
  60_000,
)

/** By another process, as somebody else would. */
async function imported(folder: string, names: string[]): Promise<void> {
  const path = join(library.folder, folder)
  await pictures(path, names)
  await library.command('import', path)
}

async function pictures(folder: string, names: string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [index, name] of names.entries()) {
    const background = { r: 40 * index, g: 20 * name.length, b: 120 }
    await sharp({ create: { width: 60 + name.length, height: 40, channels: 3, background } }).toFile(join(folder, name))
  }
}

/** As from the desktop: the browser itself reads what is in the folder. */
async function dropOn(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const at = { x: 640, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, ...at })
  }
  await browser.detach()
}

/** One page for all of it. */
async function signedIn(): Promise<Page> {
  open.page ??= await library.signedIn()
  return open.page
}

const namesOf = (page: Page): Promise<string[]> => page.getByRole('grid').locator('.asset-tile-name').allTextContents()

const chosen = (page: Page): Promise<string[]> =>
  page
    .getByRole('grid')
    .getByRole('checkbox', { checked: true })
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''))

const focused = (page: Page, attribute?: string): Promise<string> =>
  page.evaluate((name) => {
    const element = document.activeElement
    return (name === undefined ? element?.textContent : element?.getAttribute(name)) ?? ''
  }, attribute)

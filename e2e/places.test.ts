import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, expectAccessible, openBrowser } from './harness/browser.ts'
import { freePort, type Program, runCommand, startProgram } from './harness/programs.ts'

const admin = { email: 'admin@descant.local', password: 'everyday-password-1' }
const place = { folder: '', origin: '' }
const open: { library?: Program; browser?: Browser; page?: Page } = {}

beforeAll(async () => {
  if (!chromiumPath) return
  place.folder = await mkdtemp(join(tmpdir(), 'descant-places-'))
  const port = await freePort()
  place.origin = `http://127.0.0.1:${port}`
  open.library = await startProgram('server', {
    DESCANT_DATA: join(place.folder, 'data'),
    DESCANT_PORT: port,
    DESCANT_ADMIN_EMAIL: admin.email,
    DESCANT_ADMIN_PASSWORD: admin.password,
    DESCANT_SAMPLE: '0',
    DESCANT_LOG: 'error',
  })
  await imported('first', ['one.png', 'two.png', 'three.png', 'four.png'])
  open.browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await open.browser?.close()
  await open.library?.stop()
  if (place.folder) await rm(place.folder, { recursive: true, force: true })
})

const needsChromium = test.skipIf(!chromiumPath)

needsChromium(
  'what somebody else adds appears by itself, and focus and selection stay with the assets they were on (needs chromium)',
  async () => {
    const page = await signedIn()
    await page.goto(`${place.origin}/?sort=name&direction=ascending`)
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
    await page.goto(place.origin)
    await page.getByRole('grid').waitFor()
    await pictures(join(place.folder, 'Spring', 'Posters'), ['blossom.png', 'meadow.png'])
    await pictures(join(place.folder, 'Spring'), ['rain.png'])
    await dropOn(page, join(place.folder, 'Spring'))
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
    await page.goto(`${place.origin}/settings/configuration/portals`)
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
  const path = join(place.folder, folder)
  await pictures(path, names)
  await runCommand({ DESCANT_DATA: join(place.folder, 'data') }, ['import', path])
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

async function signedIn(): Promise<Page> {
  if (open.page) return open.page
  if (!open.browser) throw new Error('no browser')
  const page = await (await open.browser.newContext({ reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(place.origin)
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('grid').getByRole('link').first().waitFor()
  open.page = page
  return page
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

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chromiumPath, expectAccessible, openBrowser } from './harness/browser.ts'
import { freePort, type Program, startProgram } from './harness/programs.ts'

const admin = { email: 'admin@descant.local', password: 'everyday-password-1' }
const place = { folder: '', origin: '' }
const open: { library?: Program; browser?: Browser } = {}

beforeAll(async () => {
  if (!chromiumPath) return
  place.folder = await mkdtemp(join(tmpdir(), 'descant-library-'))
  const port = await freePort()
  place.origin = `http://127.0.0.1:${port}`
  open.library = await startProgram('server', {
    DESCANT_DATA: place.folder,
    DESCANT_PORT: port,
    DESCANT_ADMIN_EMAIL: admin.email,
    DESCANT_ADMIN_PASSWORD: admin.password,
    DESCANT_SAMPLE: '1',
    DESCANT_LOG: 'error',
  })
  open.browser = await openBrowser()
  await vi.waitFor(async () => expect(await isWhole(), 'the sample library is whole').toBe(true), {
    timeout: 150_000,
    interval: 500,
  })
}, 180_000)

afterAll(async () => {
  await open.browser?.close()
  await open.library?.stop()
  if (place.folder) await rm(place.folder, { recursive: true, force: true })
})

const needsChromium = test.skipIf(!chromiumPath)

needsChromium(
  'what is selected by the keyboard is tagged, shared with people outside, deleted and restored (needs chromium)',
  async () => {
    const page = await signedIn('light')
    const bar = page.getByRole('region', { name: 'Selection' })
    await page.getByRole('grid').getByRole('link').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    await bar.getByText('2 selected').waitFor()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowLeft')
    await bar.getByText('2 selected').waitFor()
    await expectAccessible(page)

    await bar.getByRole('button', { name: 'Tags' }).click()
    await page.getByRole('dialog').getByLabel('Tags').fill('everyday, spring')
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
    await page.getByText('Added to 2 assets.').waitFor()

    await bar.getByRole('button', { name: 'Share' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Create link' }).click()
    const link = await page.getByLabel('Link', { exact: true }).inputValue()
    await page.getByRole('button', { name: 'Done' }).click()
    const shared = await fetch(link)
    expect(shared.status).toBe(200)

    await bar.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('2 assets moved to the trash.').waitFor()
    await bar.waitFor({ state: 'detached' })

    await page.getByRole('link', { name: 'Trash' }).click()
    await page.getByLabel('Select all').check()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Restore 2' }).click()
    await page.getByText('The trash is empty').waitFor()

    await page.goto(`${place.origin}/?q=everyday`)
    await page.getByText('2 assets', { exact: true }).waitFor()
  },
  90_000,
)

needsChromium(
  'terms that an asset is given are accepted before its download, once (needs chromium)',
  async () => {
    const page = await signedIn('dark')
    await page.goto(`${place.origin}/settings/configuration/rules`)
    await page.getByRole('switch', { name: 'Rights management' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('switch', { name: 'Rights management', checked: true }).waitFor()

    await page.goto(`${place.origin}/?scheme=image`)
    await page.getByRole('grid').getByRole('link').first().click()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Terms and conditions').fill('For print alone')
    await page.getByLabel('Last day of use').fill('2099-12-31')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText('Dec 31, 2099').waitFor()

    await page.getByRole('button', { name: 'Download', exact: true }).click()
    await page.getByLabel('I accept these terms').check()
    await expectAccessible(page)
    await downloadBy(page, () => page.getByRole('button', { name: 'Accept and download' }).click())
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await downloadBy(page, () => page.getByRole('button', { name: 'Download', exact: true }).click())
  },
  90_000,
)

needsChromium(
  'every page of the settings can be read by everyone, in light and dark and on a phone (needs chromium)',
  async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await signedIn(scheme)
      await page.setViewportSize(scheme === 'light' ? { width: 1280, height: 800 } : { width: 390, height: 844 })
      for (const name of pagesOfSettings) {
        await page.goto(`${place.origin}/settings/configuration`)
        await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name, exact: true }).click()
        await page.getByRole('heading', { level: 1, name }).waitFor()
        await page.getByText('Loading…').first().waitFor({ state: 'detached' })
        await expectAccessible(page)
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        expect(tooWide, `${name} scrolls sideways`).toBe(false)
      }
    }
  },
  180_000,
)

needsChromium(
  'who is invited finds the letter in the outbox when there is no mail server (needs chromium)',
  async () => {
    const page = await signedIn('light')
    await page.goto(`${place.origin}/settings/configuration/users`)
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await page.getByLabel('E-mail').fill('mara@example.org')
    await page.getByRole('button', { name: 'Send invitation' }).click()
    await page.getByRole('rowheader', { name: /mara@example\.org.*/ }).waitFor()

    await page.getByRole('link', { name: 'Outbox' }).click()
    await page.getByRole('button', { name: /^Read .*mara@example\.org/ }).click()
    await page.getByText(/https?:\/\/127\.0\.0\.1:\d+\/\S+/).waitFor()
    await expectAccessible(page)
  },
  60_000,
)

needsChromium(
  'suggestions are gone through and chosen by keys alone, and nothing happens without a choice (needs chromium)',
  async () => {
    const page = await signedIn('light')
    const box = page.getByRole('combobox', { name: 'Search the library' })
    await box.pressSequentially('post')
    await page.getByRole('option', { name: /^poster Tag/ }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ suggestions, below$/ })
      .waitFor()
    expect(await box.getAttribute('aria-activedescendant')).toBeNull()
    await expectAccessible(page)

    await page.keyboard.press('ArrowDown')
    const active = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { selected: true })
    expect(await active.getAttribute('id')).toBe(await box.getAttribute('aria-activedescendant'))
    await expectAccessible(page)
    await page.keyboard.press('ArrowUp')
    expect(await active.count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    expect([await box.inputValue(), await box.getAttribute('aria-expanded')]).toEqual(['post', 'false'])

    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Results for “post”' }).waitFor()
    await box.pressSequentially('e')
    await page.getByRole('option', { name: /^poster Tag/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove filter Tag: poster' }).waitFor()
    expect(await box.inputValue()).toBe('')
    expect(new URL(page.url()).search).toBe('?tags=poster')
  },
  60_000,
)

needsChromium(
  'on a phone a finger chooses an album, and who misspelt is shown the word that was meant (needs chromium)',
  async () => {
    const page = await signedIn('dark')
    await page.setViewportSize({ width: 390, height: 844 })
    const box = page.getByRole('combobox', { name: 'Search the library' })
    await box.fill('posters')
    const album = page.getByRole('option', { name: /^Posters Album/ }).first()
    await album.waitFor()
    await page.getByRole('heading', { level: 1, name: 'Results for “posters”' }).waitFor()
    await expectAccessible(page)
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(tooWide, 'the page scrolls sideways').toBe(false)
    await album.click()
    await page.getByRole('heading', { level: 1, name: 'Posters' }).waitFor()

    await page.goto(`${place.origin}/?q=harbuor`)
    await page.getByText('Did you mean').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'harbour', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Results for “harbour”' }).waitFor()
    await page.getByRole('grid').getByRole('link').first().waitFor()
  },
  60_000,
)

const pagesOfSettings = [
  'Users',
  'Groups',
  'Portals',
  'Keywords',
  'Custom fields',
  'Presets',
  'Approval and rights',
  'Share links',
  'Upload links',
  'Outbox',
  'API keys',
  'Webhooks',
]

/**
 * The sample library is taken in while the server runs already, and its pictures, texts and films after that: until
 * then the lists go on changing.
 */
async function isWhole(): Promise<boolean> {
  open.library?.expectAlive()
  if (existsSync(join(place.folder, 'sample-library.unfinished'))) return false
  const metrics = await (await fetch(`${place.origin}/metrics`)).text()
  return /^descant_jobs_unfinished{.*} 0$/m.test(metrics) && (await countAssets()) > 0
}

async function countAssets(): Promise<number> {
  const session = await fetch(`${place.origin}/web/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  })
  const { accessToken } = (await session.json()) as { accessToken: string }
  const headers = { authorization: `Bearer ${accessToken}` }
  const { found } = (await (await fetch(`${place.origin}/api/v1/search?limit=1`, { headers })).json()) as {
    found: number
  }
  return found
}

async function signedIn(colorScheme: 'light' | 'dark'): Promise<Page> {
  if (!open.browser) throw new Error('no browser')
  const context = await open.browser.newContext({ colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(place.origin)
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('grid').getByRole('link').first().waitFor()
  return page
}

async function downloadBy(page: Page, press: () => Promise<void>): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  expect(await download.failure()).toBeNull()
}

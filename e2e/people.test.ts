import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, expectAccessible } from './harness/browser.ts'
import { type Library, openLibrary, signIn } from './harness/library.ts'

let library: Library

beforeAll(async () => {
  if (!chromiumPath) return
  library = await openLibrary()
  const folder = join(library.folder, 'pictures')
  await mkdir(folder)
  const background = { r: 40, g: 90, b: 120 }
  for (const name of ['kept.png', 'thrown-away.png']) {
    await sharp({ create: { width: 50 + name.length, height: 40, channels: 3, background } }).toFile(join(folder, name))
  }
  await library.command('import', folder)
}, 120_000)

afterAll(() => library?.close())

test.skipIf(!chromiumPath)(
  'who is invited chooses a password by the letter’s link, signs in, changes it, and sees what the role may (needs chromium)',
  async () => {
    const page = await library.signedIn()
    const letter = await invited(page, 'mara@example.org', { role: 'contributor', main: true })
    const mara = await library.openPage({ colorScheme: 'dark', viewport: { width: 390, height: 844 } })
    await passwordChosen(mara, letter, 'a first long password')
    await mara.getByRole('link', { name: /^Sign in/ }).click()
    await signIn(mara, { email: 'mara@example.org', password: 'a first long password' })
    await expectAccessible(mara)

    await mara.goto(`${library.origin}/profile`)
    await mara.getByLabel('Current password').fill('a first long password')
    await mara.getByLabel('New password', { exact: true }).fill('a second long password')
    await mara.getByLabel('New password again').fill('a second long password')
    await mara.getByRole('button', { name: 'Change password' }).click()
    await mara.getByText('Your password is changed.').waitFor()
    await expectAccessible(mara)

    await mara.goto(`${library.origin}/settings`)
    await mara.getByRole('heading', { level: 1, name: 'Settings are for administrators' }).waitFor()
    const elsewhere = await library.openPage()
    await elsewhere.goto(library.origin)
    await signIn(elsewhere, { email: 'mara@example.org', password: 'a second long password' })
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'who was given portals alone is told so, and not let into the main library (needs chromium)',
  async () => {
    const page = await library.signedIn()
    const letter = await invited(page, 'press@example.org', { role: 'consumer', main: false })
    const press = await library.openPage()
    await passwordChosen(press, letter, 'a long password too')
    await press.getByText('You can sign in with press@example.org wherever an app asks you to connect').waitFor()

    await press.goto(library.origin)
    await press.getByLabel('E-mail').fill('press@example.org')
    await press.getByLabel('Password', { exact: true }).fill('a long password too')
    await press.getByRole('button', { name: 'Sign in' }).click()
    await press.getByText('You have no access to the main library').waitFor()
    await expectAccessible(press)
  },
  60_000,
)

test.skipIf(!chromiumPath)(
  'an administrator erases one asset in the trash, and the other one stays (needs chromium)',
  async () => {
    const page = await library.signedIn()
    await page.getByRole('grid').getByRole('link').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    const bar = page.getByRole('region', { name: 'Selection' })
    await bar.getByText('2 selected').waitFor()
    await bar.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('2 assets moved to the trash.').waitFor()

    await page.goto(`${library.origin}/trash`)
    await page.getByRole('button', { name: 'Erase now thrown-away.png' }).click()
    const dialog = page.getByRole('dialog', { name: 'Erase thrown-away.png for good?' })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Erase' }).click()

    await page.getByRole('rowheader', { name: /thrown-away\.png/ }).waitFor({ state: 'detached' })
    expect(await page.getByRole('rowheader').count()).toBe(1)
    await page.getByRole('rowheader', { name: /kept\.png/ }).waitFor()
  },
  60_000,
)

/** Answers the address in the letter. */
async function invited(page: Page, email: string, { role, main }: { role: string; main: boolean }): Promise<string> {
  await page.goto(`${library.origin}/settings/configuration/users`)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByLabel('May use the main library').setChecked(main)
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByRole('rowheader', { name: email }).waitFor()
  await page.getByRole('link', { name: 'Outbox' }).click()
  await page.getByRole('button', { name: new RegExp(`^Read .*${email}`) }).click()
  const text = await page.getByText(/\/invitation\//).innerText()
  return /https?:\/\/\S+/.exec(text)?.[0] ?? ''
}

async function passwordChosen(page: Page, letter: string, password: string): Promise<void> {
  await page.goto(letter)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same again').fill(password)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Choose this password' }).click()
  await page.getByRole('heading', { level: 1, name: 'Your password is set' }).waitFor()
}

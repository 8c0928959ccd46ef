import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, expectAccessible, openBrowser } from './harness/browser.ts'
import { freePort, type Program, startProgram } from './harness/programs.ts'

const { resolve } = createRequire(import.meta.url)
const inPackage = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file)

const photo = inPackage('exif', 'test/sony-alpha-6000.jpg')
const phonePhoto = inPackage('jpeg-exif', 'test/IMG_0001.JPG')
const brochure = inPackage('pdf-parse', 'test/data/04-valid.pdf')
const admin = { email: 'admin@descant.local', password: 'a password for this walk' }

/** A keyword may be any combination of symbols. */
const keyword = 'Gelato | Print+ “€” 🖨'

let folder: string
let library: Program
let connector: Program
let libraryOrigin: string
let connectorOrigin: string
let browser: Browser

beforeAll(async () => {
  if (!chromiumPath) return
  folder = await mkdtemp(join(tmpdir(), 'descant-walk-'))
  const [libraryPort, connectorPort] = [await freePort(), await freePort()]
  libraryOrigin = `http://127.0.0.1:${libraryPort}`
  connectorOrigin = `http://127.0.0.1:${connectorPort}`
  library = await startProgram('server', {
    DESCANT_DATA: join(folder, 'library'),
    DESCANT_PORT: libraryPort,
    DESCANT_ADMIN_PASSWORD: admin.password,
  })
  connector = await startProgram('connector', {
    CONNECTOR_DATA: join(folder, 'connector'),
    CONNECTOR_PORT: connectorPort,
    CONNECTOR_ADMIN_PASSWORD: admin.password,
    CONNECTOR_ALLOW_PRIVATE_NETWORK: '1',
    // what comes at once comes because the library told of it
    CONNECTOR_POLL_SECONDS: '3600',
  })
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await library?.stop()
  await connector?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

test.skipIf(!chromiumPath)(
  'following the guide from an API key to “DAM Import” brings the very bytes that carry the keyword (needs chromium)',
  async () => {
    const dam = await (await browser.newContext()).newPage()
    const print = await (await browser.newContext()).newPage()

    await signIn(dam, libraryOrigin)
    await signIn(print, connectorOrigin)
    const redirectUri = await openDamSettings(print)

    const app = await createApiKey(dam, redirectUri)
    await addKeyword(dam)
    await upload(dam, [photo, phonePhoto, brochure])
    await putKeywordOn(dam, 'sony-alpha-6000.jpg')

    await fillDamSettings(print, app)
    await authenticate(print)
    await print.getByRole('button', { name: 'Save' }).click()
    await testConnection(print, /\b1\b/)

    await seeInDamImport(print, 'sony-alpha-6000.jpg')
    await expectSameBytes(print, 'sony-alpha-6000.jpg', photo)

    await putKeywordOn(dam, '04-valid.pdf')
    await seeInDamImport(print, '04-valid.pdf')
    await expectSameBytes(print, '04-valid.pdf', brochure)
    expect(await print.getByText('IMG_0001.JPG').count(), 'files without the keyword').toBe(0)
  },
  180_000,
)

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await page.getByLabel('E-mail').fill(admin.email)
  await expectAccessible(page)
  await page.getByLabel('Password', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /account menu/ }).waitFor()
  await expectAccessible(page)
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account menu/ }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
}

async function openDamSettings(page: Page): Promise<string> {
  await openSettings(page)
  await page
    .getByRole('link', { name: 'DAM settings' })
    .or(page.getByRole('tab', { name: 'DAM settings' }))
    .click()
  const field = page.getByLabel('Redirect URL', { exact: true })
  await field.waitFor()
  await expectAccessible(page)
  return await field.inputValue()
}

async function createApiKey(page: Page, redirectUri: string): Promise<{ id: string; secret: string }> {
  await openSettings(page)
  await page.getByRole('link', { name: 'API keys' }).click()
  await page
    .getByRole('link', { name: 'Create API Key' })
    .or(page.getByRole('button', { name: 'Create API Key' }))
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Gelato')
  await page.getByLabel('Redirect URL').fill(redirectUri)
  expect(await page.getByLabel('Website').inputValue(), 'the website, filled in by itself').toBe(connectorOrigin)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Finish' }).click()
  await page
    .getByRole('link', { name: 'Gelato' })
    .or(page.getByRole('link', { name: 'Edit Gelato' }))
    .first()
    .click()
  await page.getByLabel('App ID', { exact: true }).waitFor()
  await expectAccessible(page)
  return {
    id: await page.getByLabel('App ID', { exact: true }).inputValue(),
    secret: await page.getByLabel('App Secret', { exact: true }).inputValue(),
  }
}

async function addKeyword(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Keywords' }).click()
  await page.getByRole('textbox', { name: 'Keyword', exact: true }).fill(keyword)
  await page.getByRole('textbox', { name: 'Description', exact: true }).fill('Goes to the print platform')
  await page.getByRole('button', { name: 'Add keyword' }).click()
  await page
    .getByRole('cell', { name: keyword })
    .or(page.getByRole('rowheader', { name: keyword }))
    .first()
    .waitFor()
  await expectAccessible(page)
}

async function upload(page: Page, files: string[]): Promise<void> {
  await page.goto(libraryOrigin)
  await page.getByLabel('Files to upload').first().setInputFiles(files)
  await page.getByRole('heading', { name: `${files.length} files uploaded` }).waitFor({ timeout: 60_000 })
  await expectAccessible(page)
}

async function putKeywordOn(page: Page, name: string): Promise<void> {
  await page.goto(libraryOrigin)
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  const choice = page.getByRole('combobox', { name: 'Add a keyword' }).or(page.getByLabel('Add a keyword')).first()
  await choice.click()
  await page.getByRole('option', { name: keyword }).click()
  await page.getByRole('button', { name: /Remove.*Gelato/ }).waitFor()
  await expectAccessible(page)
}

async function fillDamSettings(page: Page, app: { id: string; secret: string }): Promise<void> {
  const authenticate = page.getByRole('button', { name: 'Authenticate Canto' })
  await page.getByRole('combobox', { name: 'DAM provider' }).selectOption({ label: 'Canto' })
  await page.getByLabel('Canto Domain').fill(libraryOrigin)
  await page.getByLabel('Canto App ID').fill(app.id)
  await page.getByLabel('Canto App Secret').fill(app.secret)
  expect(await authenticate.isEnabled(), 'Authenticate Canto while the keyword is missing').toBe(false)
  await page.getByLabel('Keyword for Import').fill(keyword)
  await authenticate.click()
}

async function authenticate(page: Page): Promise<void> {
  await page.waitForURL((url) => url.origin === libraryOrigin)
  await expectAccessible(page)
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password').fill(admin.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('radio', { name: /Main library/i }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL((url) => url.origin === connectorOrigin)
}

async function testConnection(page: Page, found: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Test Connection' }).click()
  await page
    .getByText(/eligible/i)
    .filter({ hasText: found })
    .first()
    .waitFor()
  await expectAccessible(page)
}

async function seeInDamImport(page: Page, name: string): Promise<void> {
  await page.goto(connectorOrigin)
  await page
    .getByRole('link', { name: /DAM Import/ })
    .first()
    .click()
  await page.getByText(name).first().waitFor({ timeout: 15_000 })
  await expectAccessible(page)
}

async function expectSameBytes(page: Page, name: string, original: string): Promise<void> {
  await page.getByText(name).first().click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /Download/ })
      .first()
      .click(),
  ])
  const got = await readFile(await download.path())
  expect(hashOf(got)).toBe(hashOf(await readFile(original)))
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

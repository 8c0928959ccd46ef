import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { freePort, runCommand, startProgram } from './programs.ts'

const admin = { email: 'admin@descant.local', password: 'everyday-password-1' }
type Person = typeof admin

/** A library in a process of its own, and a browser to look at it with. */
export type Library = {
  origin: string
  /** For files of the test; removed in the end. */
  folder: string
  /** By another process, as an operator would. */
  command<Value>(...args: string[]): Promise<Value>
  /** In a context of its own: nobody is signed in. */
  openPage(options?: BrowserContextOptions): Promise<Page>
  /** At the list of everything. */
  signedIn(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function openLibrary(): Promise<Library> {
  const folder = await mkdtemp(join(tmpdir(), 'descant-e2e-'))
  const data = { DESCANT_DATA: join(folder, 'data') }
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const program = await startProgram('server', {
    ...data,
    DESCANT_PORT: port,
    DESCANT_ADMIN_EMAIL: admin.email,
    DESCANT_ADMIN_PASSWORD: admin.password,
    DESCANT_SAMPLE: '0',
    DESCANT_LOG: 'error',
  })
  const browser = await openBrowser()

  const openPage = async (options: BrowserContextOptions = {}) => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage()
    page.setDefaultTimeout(15_000)
    return page
  }
  return {
    origin,
    folder,
    command: (...args) => runCommand(data, args),
    openPage,
    async signedIn(options) {
      const page = await openPage(options)
      await page.goto(origin)
      await signIn(page, admin)
      return page
    },
    async close() {
      await browser.close()
      await program.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** On the page that asks for it; ends at the list of everything. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'All assets' }).waitFor()
}

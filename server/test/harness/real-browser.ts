import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'

const executablePath = '/usr/bin/chromium'
const shots = process.env.DESCANT_TEST_SHOTS

/** For `describe.skipIf`. */
export const hasBrowser = existsSync(executablePath)

/** The ways our pages are looked at: on a desk by day, and on a small phone by night. */
export const looks = {
  light: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  'dark, on a small phone': { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
} as const

/** Inside a `describe`: one browser for its tests, a fresh context for each visit. */
export function realBrowser() {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())

  /** Fails where the page breaks its own content security policy. */
  return async function visit(steps: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await steps(page)
      expect(complaints).toEqual([])
    } finally {
      await context.close()
    }
  }
}

/** Nothing that axe knows keeps people out, nothing wider than the screen; and a picture of it where one is wanted. */
export async function expectGood(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
}

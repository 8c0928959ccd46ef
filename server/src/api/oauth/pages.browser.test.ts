import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { authorizePath, registerApp } from '../../../test/harness/oauth-steps.ts'
import type { Person } from '../../../test/harness/person.ts'

const executablePath = '/usr/bin/chromium'
const shots = process.env.DESCANT_TEST_SHOTS

describe.skipIf(!existsSync(executablePath))('in a real browser (chromium)', () => {
  let browser: Browser
  let appServer: Server
  /** Another site, as far as the browser knows. */
  let shop: string

  beforeAll(async () => {
    appServer = createServer((request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<title>Shop</title><h1>${request.url?.startsWith('/back') ? 'Welcome back' : 'Shop'}</h1>`)
    })
    await new Promise<void>((resolve) => appServer.listen(0, '127.0.0.1', resolve))
    shop = `http://shop.example:${(appServer.address() as AddressInfo).port}`
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--host-resolver-rules=MAP *.example 127.0.0.1'],
    })
  })

  afterAll(async () => {
    await browser.close()
    appServer.close()
  })

  test('a person comes from another site, signs in, allows, and is back; the next time page one is skipped', async ({
    dam,
  }) => {
    const { ada, link } = await linkFromShop(dam)
    await visit(async (page) => {
      await page.goto(shop)
      await follow(page, link)
      await page.getByLabel('E-mail').fill(ada.user.email)
      await page.getByLabel('Password').fill(ada.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('radio', { name: /Main library/ }).check()
      await page.getByRole('button', { name: 'Allow', exact: true }).click()
      await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
      expect(page.url()).toMatch(/\/back\?code=[0-9a-f]{32}&state=a%20b$/)

      // the session's cookie is strict, and the link comes from another site all the same
      await follow(page, link)
      await page.getByRole('heading', { name: /Connect Printshop to/ }).waitFor()
      await page.getByRole('button', { name: 'Deny', exact: true }).click()
      await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
      expect(page.url()).toContain('error=access_denied')
    })
  })

  test('the pages work by keyboard alone and without scripts', async ({ dam }) => {
    const { ada, link } = await linkFromShop(dam)
    await visit(
      async (page) => {
        await page.goto(link)
        await expect.poll(() => isFocused(page.getByLabel('E-mail'))).toBe(true)
        await page.keyboard.type(ada.user.email)
        await page.keyboard.press('Tab')
        await page.keyboard.type(ada.password)
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: /Connect Printshop to/ }).waitFor()
        const allow = page.getByRole('button', { name: 'Allow', exact: true })
        for (let tab = 0; tab < 10 && !(await isFocused(allow)); tab++) await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
      },
      { javaScriptEnabled: false },
    )
  })

  for (const [name, look] of Object.entries({
    light: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    'dark, on a small phone': { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  } as const)) {
    test(`the pages are free of what keeps people out (${name})`, async ({ dam }) => {
      const { ada, link } = await linkFromShop(dam)
      await visit(async (page) => {
        await page.goto(link)
        await expectGood(page, `sign-in ${name}`)
        await page.getByLabel('E-mail').fill(ada.user.email)
        await page.getByLabel('Password').fill('guess')
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.getByRole('alert').waitFor()
        await expectGood(page, `refused ${name}`)
        await page.getByLabel('Password').fill(ada.password)
        await page.getByRole('button', { name: 'Sign in' }).click()
        await page.getByRole('heading', { name: /Connect Printshop to/ }).waitFor()
        await expectGood(page, `consent ${name}`)
      }, look)
    })
  }

  async function linkFromShop(dam: Dam): Promise<{ ada: Person; link: string }> {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada, { redirectUri: `${shop}/back` })
    return { ada, link: dam.origin + authorizePath(app, { state: 'a b' }) }
  }

  async function visit(steps: (page: Page) => Promise<void>, options: Parameters<Browser['newContext']>[0] = {}) {
    const context: BrowserContext = await browser.newContext(options)
    try {
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
          complaints.push(message.text())
      })
      await steps(page)
      expect(complaints).toEqual([])
    } finally {
      await context.close()
    }
  }
})

/** As a link on the page that is open; the way a browser goes there tells where it came from. */
const follow = (page: Page, link: string) =>
  page.evaluate((href) => {
    const anchor = document.createElement('a')
    anchor.href = href
    document.body.append(anchor)
    anchor.click()
  }, link)

const isFocused = (locator: ReturnType<Page['getByRole']>) => locator.and(locator.page().locator(':focus')).isVisible()

async function expectGood(page: Page, name: string) {
  if (shots) await page.screenshot({ path: `${shots}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(isTooWide).toBe(false)
}

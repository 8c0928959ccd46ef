import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'

const executablePath = '/usr/bin/chromium'
const shots = process.env.DESCANT_TEST_SHOTS

describe.skipIf(!existsSync(executablePath))('the page of the API, in a real browser (chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  for (const [name, look] of Object.entries({
    light: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    'dark, on a small phone': { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  } as const)) {
    test(`keeps nobody out, asks no other host and runs nothing (${name})`, { timeout: 60_000 }, async ({ dam }) => {
      const context = await browser.newContext(look)
      const page = await context.newPage()
      const [hosts, complaints] = [new Set<string>(), [] as string[]]
      page.on('request', (request) => hosts.add(new URL(request.url()).host))
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))

      await page.goto(`${dam.origin}/docs`)
      await page.getByRole('heading', { name: 'The API' }).waitFor()
      if (shots) await page.screenshot({ path: `${shots}/docs-${name.replaceAll(/\W+/g, '-')}.png` })

      expect([...hosts]).toEqual([new URL(dam.origin).host])
      expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html)}`)).toEqual([])
      await context.close()
    })
  }

  test('leads from its contents to an endpoint, by keyboard', async ({ dam }) => {
    const page = await browser.newPage()
    await page.goto(`${dam.origin}/docs`)

    const chapter = page.getByText('Reports', { exact: true }).first()
    await chapter.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Who downloaded an asset' }).focus()
    await page.keyboard.press('Enter')

    const endpoint = page.getByRole('article', { name: /Who downloaded an asset/ })
    await expect.poll(() => endpoint.evaluate((each) => each.getBoundingClientRect().top)).toBeLessThan(100)
    expect(await endpoint.innerText()).toContain('/api/v1/downloadactivity/{scheme}/{id}')
    await page.close()
  })
})

import type { ContentDetails } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { expectGood, hasBrowser, looks, realBrowser } from '../../../test/harness/real-browser.ts'

async function linkTo(dam: Dam) {
  const mara = await dam.person('mara')
  const { body } = await mara.post<string>('/api/v1/uploadlink', {
    body: {
      portalName: 'Beach pictures',
      description: 'Please send everything from last week.\nThank you!',
      ...{ emailSubject: 'Please', emailBody: 'Send files', isNeverExpired: false, displayExpireDate: '2999-12-31' },
      recipients: [],
    },
  })
  const names = async () => {
    await dam.settle()
    const { results } = (await mara.get<{ results: ContentDetails[] }>('/api/v1/allfile')).body
    return results.map(({ name }) => name).toSorted()
  }
  return { address: `${dam.origin}/u/${body}`, id: body, names, mara }
}

const file = (name: string, content = name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

describe.skipIf(!hasBrowser)('an upload link in a real browser (chromium)', () => {
  const visit = realBrowser()

  for (const [how, javaScriptEnabled] of Object.entries({ 'with scripts': true, 'without scripts': false })) {
    test(`several files are sent ${how}`, async ({ dam }) => {
      const { address, names } = await linkTo(dam)
      await visit(
        async (page) => {
          await page.goto(address)
          await page.getByLabel(/^Files for/).setInputFiles([file('grün.txt'), file('b.txt')])
          await page.getByRole('button', { name: 'Send' }).click()
          await page.getByText(javaScriptEnabled ? '2 files have been sent' : 'These 2 files are now with').waitFor()
        },
        { javaScriptEnabled },
      )
      expect(await names()).toEqual(['b.txt', 'grün.txt'])
    })
  }

  test('a file that is refused is named with the reason, and the others go', async ({ dam }) => {
    const { address, id, names, mara } = await linkTo(dam)
    await visit(async (page) => {
      await page.goto(address)
      await page.getByLabel(/^Files for/).setInputFiles([file('a.txt'), file('b.txt')])
      await mara.delete(`/web/v1/upload-links/${id}`)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText('0 of 2 files have been sent').waitFor()
      await page.getByText('a.txt: This upload link has been withdrawn').waitFor()
      await expectGood(page, 'upload refused by script')
    })
    expect(await names()).toEqual([])
  })

  for (const [name, look] of Object.entries(looks)) {
    test(`the page is free of what keeps people out (${name})`, async ({ dam }) => {
      const { address } = await linkTo(dam)
      await visit(async (page) => {
        await page.goto(address)
        await expectGood(page, `upload ${name}`)
        await page.getByLabel(/^Files for/).setInputFiles([file('a.txt'), file(`${'long-'.repeat(30)}.txt`)])
        await page.getByRole('button', { name: 'Send' }).click()
        await page.getByText('2 files have been sent').waitFor()
        await expectGood(page, `upload sent ${name}`)

        await page.getByLabel(/^Files for/).setInputFiles([file('c.txt')])
        // as without scripts: this way no script is asked
        await page.locator('form').evaluate((form: HTMLFormElement) => form.submit())
        await page.getByRole('heading', { name: 'Thank you' }).waitFor()
        await expectGood(page, `upload thanks ${name}`)
      }, look)
    })
  }
})

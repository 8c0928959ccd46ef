import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { expectGood, hasBrowser, looks, realBrowser } from '../../../test/harness/real-browser.ts'
import type { PresetId } from '../../domain/preset/preset.ts'

const everything = {
  expires: '2999-12-31',
  hideShareBy: false,
  allowDownloadOriginal: true,
  allowCropAndResize: true,
  allowPresets: true,
}

async function sharedFiles(dam: Dam) {
  const mara = await dam.person('mara')
  const ada = await dam.person('ada', { role: 'admin' })
  const red = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  const photo = await mara.has({ name: 'red.jpg', bytes: red })
  const starfish = await mara.has({
    name: `A starfish with a very long name, ${'so-long-that-it-needs-to-be-broken-'.repeat(3)}.jpg`,
    bytes: await readFile(realMedia.starfish),
  })
  const notes = await mara.has({ name: 'notes.txt', bytes: Buffer.from('hello') })
  await dam.library.transaction(async ({ assets, presets }) => {
    await assets.update(starfish, { termsAndConditions: 'Credit Mara.\n'.repeat(30), copyright: '© Mara' })
    const sizes = { description: '', width: 120, height: 120, mainLibraryEnabled: true, portalEnabled: true }
    await presets.insert({ ...sizes, id: 'aa' as PresetId, name: 'Shop thumbnail', keepAspectRatio: true })
  })
  await ada.put('/web/v1/settings', { body: { drm: true } })
  const contents = [
    { id: photo, scheme: 'image' },
    { id: starfish, scheme: 'image' },
    { id: notes, scheme: 'document' },
  ]
  const share = async (detail = {}) => {
    const body = { shareDetail: { ...everything, ...detail }, contents }
    return (await mara.put<string>('/api/v1/share/batch', { body })).body
  }
  return { link: await share(), lookOnly: await share({ allowDownloadOriginal: false, hideShareBy: true }) }
}

describe.skipIf(!hasBrowser)('shared files in a real browser (chromium)', () => {
  const visit = realBrowser()

  test('a visitor without scripts looks, downloads, cuts and takes a ready-made size', async ({ dam }) => {
    const { link } = await sharedFiles(dam)
    await visit(
      async (page) => {
        const saved = async (click: Promise<void>) => {
          const [download] = await Promise.all([page.waitForEvent('download'), click])
          return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
        }
        await page.goto(link)
        await page.getByRole('heading', { name: '3 files' }).waitFor()
        const zip = await saved(page.getByRole('link', { name: 'Accept all terms and download 3 files (ZIP)' }).click())
        expect([zip.name.endsWith('.zip'), zip.bytes.subarray(0, 2).toString()]).toEqual([true, 'PK'])

        await page.getByRole('link', { name: /^red\.jpg/ }).click()
        const shown = page.getByRole('img', { name: 'Preview of red.jpg' })
        expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(
          900,
        )
        const original = await saved(page.getByRole('link', { name: 'Download the original' }).click())
        expect([original.name, (await sharp(original.bytes).metadata()).width]).toEqual(['red.jpg', 900])
        const preset = await saved(page.getByRole('link', { name: 'Shop thumbnail (120 × 120)' }).click())
        expect(await sharp(preset.bytes).metadata()).toMatchObject({ width: 120, height: 80 })

        await page.getByLabel('Width of the area').fill('300')
        await page.getByLabel('Height of the area').fill('300')
        await page.getByLabel('Width', { exact: true }).fill('50')
        await page.getByLabel('Format').selectOption('PNG')
        const cut = await saved(page.getByRole('button', { name: 'Download this version' }).click())
        expect([cut.name, await sharp(cut.bytes).metadata()]).toMatchObject(['red.png', { width: 50, height: 50 }])
        await page.getByRole('link', { name: 'All files of this share' }).click()
        await page.getByRole('heading', { name: '3 files' }).waitFor()
      },
      { javaScriptEnabled: false, acceptDownloads: true },
    )
  })

  for (const [name, look] of Object.entries(looks)) {
    test(`the pages are free of what keeps people out (${name})`, async ({ dam }) => {
      const { link, lookOnly } = await sharedFiles(dam)
      await visit(async (page) => {
        for (const [which, address] of Object.entries({ link, lookOnly })) {
          await page.goto(address)
          await expectGood(page, `share ${which} ${name}`)
          await page.getByRole('link', { name: /^A starfish/ }).click()
          await page.getByRole('heading', { name: 'Terms and conditions' }).waitFor()
          await expectGood(page, `shared file ${which} ${name}`)
        }
        await page.goto(`${link}/none`)
        await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
        await expectGood(page, `share refused ${name}`)
      }, look)
    })
  }
})

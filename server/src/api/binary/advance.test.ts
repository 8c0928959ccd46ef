import { readFile } from 'node:fs/promises'
import type { ContentDetails, ErrorBody } from '@descant/contract'
import sharp, { type Color } from 'sharp'
import { expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import type { PresetId } from '../../domain/preset/preset.ts'

const patch = (background: Color, left: number, top: number) => ({
  input: { create: { width: 100, height: 50, channels: 3 as const, background } },
  left,
  top,
})
/** 200 × 100 at 240 dpi: red and green above, blue and white below. */
const quarters = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
  .composite([patch('#f00', 0, 0), patch('#008000', 100, 0), patch('#00f', 0, 50)])
  .withMetadata({ density: 240 })
  .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  .toBuffer()

async function withPicture(dam: Dam) {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'Größe.jpg', bytes: quarters })
  return { mara, id, base: `/api_binary/v1/advance/image/${id}/download` }
}

/** Follows the redirect without the token and opens what is there. */
async function open(dam: Dam, person: Person, path: string) {
  const sent = await person.get(path)
  expect(sent.status, sent.bytes.toString()).toBe(302)
  const given = await dam.ask('GET', sent.headers.get('location') ?? '')
  expect(given.status).toBe(200)
  const { width, height, format, density } = await sharp(given.bytes).metadata()
  const { data, info } = await sharp(given.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const colourAt = (left: number, top: number) => {
    const at = (top * info.width + left) * 3
    return [...data.subarray(at, at + 3)].map((value) => (value > 200 ? 'X' : value > 100 ? 'x' : '.')).join('')
  }
  return { width, height, format, density, colourAt, headers: given.headers, bytes: given.bytes }
}

test('an image is resized to the very size, or inside it where its proportions are kept', async ({ dam }) => {
  const { mara, base } = await withPicture(dam)

  const exact = await open(dam, mara, `${base}?resize=60x60&type=png&dpi=72`)
  expect(exact).toMatchObject({ width: 60, height: 60, format: 'png', density: 72 })
  expect([exact.colourAt(5, 5), exact.colourAt(5, 55), exact.colourAt(55, 5)]).toEqual(['X..', '..X', '.x.'])
  for (const keeps of ['keepAspectRatio', 'proportion']) {
    const inside = await open(dam, mara, `${base}?resize=60x60&${keeps}=true`)
    expect(inside).toMatchObject({ width: 60, height: 30, format: 'jpeg', density: 240 })
  }
  expect(await open(dam, mara, `${base}?resize=400X300&dpi=300&type=JPG`)).toMatchObject({
    width: 400,
    height: 300,
    density: 300,
  })
})

test.for(['+', '%2B', '%20'])('a crop is cut from the pixels of the original, top first: %s', async (plus, { dam }) => {
  const { mara, base } = await withPicture(dam)

  // 60 below the top, 10 from the left: blue
  const cut = await open(dam, mara, `${base}?resize=&crop=${['40x30', 60, 10].join(plus)}&version=&type=jpeg&dpi=`)

  expect(cut).toMatchObject({ width: 40, height: 30, format: 'jpeg' })
  expect([cut.colourAt(0, 0), cut.colourAt(39, 29)]).toEqual(['..X', '..X'])
})

test('a crop comes before the resizing', async ({ dam }) => {
  const { mara, base } = await withPicture(dam)

  const cut = await open(dam, mara, `${base}?resize=20x20&crop=100x50%2B0%2B100&type=png`)

  expect(cut).toMatchObject({ width: 20, height: 20 })
  expect([cut.colourAt(1, 1), cut.colourAt(18, 18)]).toEqual(['.x.', '.x.'])
})

test('a picture taken sideways is cut as people see it', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'sideways.jpg', bytes: await readFile(realMedia.photoSideways) }) // 480 × 640 upright
  const base = `/api_binary/v1/advance/image/${id}/download`

  expect(await open(dam, mara, `${base}?crop=480x10%2B630%2B0`)).toMatchObject({ width: 480, height: 10 })
  expect((await mara.get(`${base}?crop=640x10%2B0%2B0`)).status).toBe(400)
})

test('a preset stands for the size', async ({ dam }) => {
  const { mara, base } = await withPicture(dam)
  const preset = { description: '', width: 50, height: 50, mainLibraryEnabled: true, portalEnabled: false }
  const add = (id: string, more: { name: string; keepAspectRatio: boolean; mainLibraryEnabled?: boolean }) =>
    dam.library.transaction(({ presets }) => presets.insert({ ...preset, ...more, id: id as PresetId }))
  await add('aa', { name: 'square', keepAspectRatio: false })
  await add('bb', { name: 'inside', keepAspectRatio: true })
  await add('cc', { name: 'portals only', keepAspectRatio: true, mainLibraryEnabled: false })

  const asked = (id: string) => `${base}?resize=&crop=&version=&type=jpeg&dpi=72&preset=${id}`
  expect(await open(dam, mara, asked('aa'))).toMatchObject({ width: 50, height: 50, density: 72 })
  expect(await open(dam, mara, asked('bb'))).toMatchObject({ width: 50, height: 25 })
  expect((await mara.get(asked('cc'))).status).toBe(404)
  expect((await mara.get(asked('dd'))).status).toBe(404)
})

test('an older version is asked for by its number or its id', async ({ dam }) => {
  const { mara, id, base } = await withPicture(dam)
  const newer = await sharp({ create: { width: 30, height: 10, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  await mara.upload({ name: 'newer.png', bytes: newer }, { 'x-amz-meta-id': id, 'x-amz-meta-scheme': 'image' })
  const { versionHistory } = (await mara.get<ContentDetails>(`/api/v1/image/${id}`)).body
  const first = versionHistory.find(({ no }) => no === '1')?.versionId

  expect(await open(dam, mara, base)).toMatchObject({ width: 30, height: 10, format: 'png' })
  expect(await open(dam, mara, `${base}?version=1`)).toMatchObject({ width: 200, height: 100, format: 'jpeg' })
  expect(await open(dam, mara, `${base}?version=${first}`)).toMatchObject({ width: 200, height: 100 })
  expect((await mara.get(`${base}?version=3`)).status).toBe(404)
})

test('what comes is a download with the name of the file, made once and kept', async ({ dam }) => {
  const { mara, base } = await withPicture(dam)

  const first = await open(dam, mara, `${base}?resize=20x10&type=png`)
  const second = await open(dam, mara, `${base}?resize=20x10&type=png`)

  expect(first.headers.get('content-disposition')).toContain(`filename*=UTF-8''Gr%C3%B6%C3%9Fe.png`)
  expect(first.headers.get('content-type')).toBe('image/png')
  expect(second.bytes.equals(first.bytes)).toBe(true)
  const kept = []
  for await (const key of dam.adapters.objectsOf(dam.account.id).list('renditions/')) kept.push(key)
  expect(kept.filter((key) => key.includes('/edit')).map((key) => key.split('/').at(-1))).toEqual([
    'edit-exact20x10.png',
  ])
})

test('the address is also had as text, and is asked for with HEAD', async ({ dam }) => {
  const { mara, base } = await withPicture(dam)

  const text = await mara.get<string>(`${base}/directuri?resize=20x10`)
  const head = await mara.ask('HEAD', `${base}?resize=20x10`)

  expect([text.status, text.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(text.body).toBe(head.headers.get('location'))
  expect([head.status, (await dam.ask('GET', text.body)).status]).toEqual([302, 200])
  expect((await dam.ask('GET', text.body.replace('20x10', '20x11'))).status).toBe(403)
})

test.for([
  'crop=101x50%2B50%2B100',
  'crop=1x1%2B100%2B0',
  'crop=0x10%2B0%2B0',
  'crop=10x10%2B-1%2B0',
  'crop=10x10',
  'crop=10x10%2B0',
  'crop=many',
  'resize=10',
  'resize=0x10',
  'resize=-1x10',
  'resize=20000x20000',
  'resize=70000x1',
  'resize=999999999x999999999',
  'dpi=0',
  'dpi=high',
  'dpi=10001',
  'type=gif',
  'keepAspectRatio=maybe',
])('what can’t be made is refused: %s', async (asked, { dam }) => {
  const { mara, base } = await withPicture(dam)

  const refused = await mara.get<ErrorBody>(`${base}?${asked}`)

  expect(refused.status).toBe(400)
  expect(refused.body.message).toMatch(new RegExp(`^${asked.split('=')[0]}`))
})

test('it takes a token, an image that one may see, and a picture to draw from', async ({ dam }) => {
  const { mara, id, base } = await withPicture(dam)
  const text = await mara.has({ name: 'notes.txt', bytes: Buffer.from('hello') })
  const cora = await dam.person('cora', { role: 'consumer' })

  expect((await dam.ask('GET', base)).status).toBe(401)
  expect((await cora.get(base)).status).toBe(302)
  for (const path of [`document/${text}`, `document/${id}`, `image/${text}`, 'image/none']) {
    expect((await mara.get(`/api_binary/v1/advance/${path}/download`)).status, path).toBe(404)
  }
  await dam.library.transaction(({ assets }) => assets.update(id, { approval: 'Restricted' }))
  expect((await cora.get(base)).status).toBe(404)
})

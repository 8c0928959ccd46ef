import type { ErrorBody, ShareDetail, ShareList } from '@descant/contract'
import sharp, { type Color } from 'sharp'
import { expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import { visitorOf } from '../../../test/harness/visitor.ts'
import { filesIn } from '../../../test/harness/zip.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { PresetId } from '../../domain/preset/preset.ts'

const everything: ShareDetail = {
  expires: null,
  hideShareBy: false,
  allowDownloadOriginal: true,
  allowCropAndResize: true,
  allowPresets: true,
}
const lookOnly = { ...everything, allowDownloadOriginal: false, allowCropAndResize: false, allowPresets: false }

const picture = (background: Color, width = 200, height = 100) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

type Content = { id: string; scheme?: string }
const share = (by: Person, contents: Content[], detail: Partial<ShareDetail> = {}) =>
  by.put<string>('/api/v1/share/batch', {
    body: {
      shareDetail: { ...everything, ...detail },
      contents: contents.map(({ id, scheme = 'image' }) => ({ id, scheme })),
    },
  })

async function shared(by: Person, contents: Content[], detail: Partial<ShareDetail> = {}) {
  const { status, body } = await share(by, contents, detail)
  expect(status, String(body)).toBe(200)
  return new URL(body).pathname
}

/** As a stranger's browser would, over redirects. */
async function fetched(dam: Dam, path: string) {
  const answer = await dam.ask('GET', path)
  return answer.status === 302 ? await dam.ask('GET', answer.headers.get('location') ?? '') : answer
}

test('a link to several files is text, and opens without an account', async ({ dam }) => {
  const mara = await dam.person('mara')
  const red = await mara.has({ name: 'red.png', bytes: await picture('#f00') })
  const notes = await mara.has({ name: 'notes <b>.txt', bytes: Buffer.from('hello') })

  const made = await share(mara, [{ id: red }, { id: notes, scheme: 'Document' }], { expires: '2999-12-31' })

  expect([made.status, made.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(made.body).toMatch(new RegExp(`^${dam.origin}/s/[0-9a-v]{26}$`))
  const page = await visitorOf(dam.origin).open(made.body)
  expect([page.status, page.document.querySelector('h1')?.textContent]).toEqual([200, '2 files'])
  expect(page.document.body.textContent).toContain('Shared by Mara Tester · Available until 31 December 2999')
  const names = [...page.document.querySelectorAll('.name')].map((name) => name.textContent)
  expect(names).toEqual(['red.png', 'notes _b_.txt'])
  expect(page.document.querySelectorAll('script')).toHaveLength(0)
  expect(page.text).not.toContain(mara.token)
  for (const image of page.document.querySelectorAll('img')) {
    const { status, bytes } = await dam.ask('GET', image.getAttribute('src') ?? '')
    expect([status, (await sharp(bytes).metadata()).format]).toEqual([200, 'jpeg'])
  }
})

test('contents may come keyed by id, and the same one twice is one', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { id } = await putAsset(dam)
  const entry = { id, scheme: 'image', displayName: 'poster.jpg' }

  const keyed = await mara.put<string>('/api/v1/share/batch', {
    body: { shareDetail: everything, contents: { [id]: entry, again: entry } },
  })

  expect(keyed.status).toBe(200)
  const { results } = (await mara.get<ShareList>('/web/v1/shares')).body
  expect(results[0]?.contents).toBe(1)
})

test('what is not there is not shared, nor is anything with it', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { id } = await putAsset(dam)
  const other = await dam.addAccount('other.test')
  const theirs = await putAsset(dam, { in: await dam.adapters.libraries.of(other) })
  const body = (bad: Content) => ({
    shareDetail: everything,
    contents: [
      { id, scheme: 'image' },
      { scheme: 'image', ...bad },
    ],
  })
  const headers = { 'x-forwarded-host': 'localhost' }

  for (const bad of [{ id: 'none' }, { id, scheme: 'video' }, { id: theirs.id }, { id, scheme: 'folder' }]) {
    expect((await mara.put('/api/v1/share/batch', { body: body(bad), headers })).status).toBe(404)
  }
  expect((await mara.get<ShareList>('/web/v1/shares', { headers })).body.found).toBe(0)
})

test('what makes no sense is refused by name', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { id } = await putAsset(dam)
  const contents = [{ id, scheme: 'image' }]
  const { allowPresets: _, ...incomplete } = everything
  const many = Array.from({ length: 1001 }, (_, index) => ({ id: `${index}`, scheme: 'image' }))
  for (const [body, word] of [
    [{ contents }, 'shareDetail'],
    [{ shareDetail: everything }, 'contents'],
    [{ shareDetail: everything, contents: [] }, 'contents'],
    [{ shareDetail: everything, contents: many }, 'contents'],
    [{ shareDetail: incomplete, contents }, 'allowPresets'],
    [{ shareDetail: { ...everything, hideShareBy: 'maybe' }, contents }, 'hideShareBy'],
    [{ shareDetail: { ...everything, expires: '31.12.2026' }, contents }, 'expires'],
    [{ shareDetail: { ...everything, expires: '2026-02-30' }, contents }, 'expires'],
  ] as const) {
    const refused = await mara.put<ErrorBody>('/api/v1/share/batch', { body })
    expect(refused.status, word).toBe(400)
    expect(refused.body.message).toContain(word)
  }
})

test('only who may share shares', async ({ dam }) => {
  const { id } = await putAsset(dam)
  const cora = await dam.person('cora', { role: 'consumer' })

  expect((await share(cora, [{ id }])).status).toBe(403)
  expect((await dam.ask('PUT', '/api/v1/share/batch', { body: {} })).status).toBe(401)
})

test('the original comes to the byte where it may, and ends with the share', async ({ dam }) => {
  const mara = await dam.person('mara')
  const bytes = await picture('#f00')
  const id = await mara.has({ name: 'Größe.png', bytes })
  const path = await shared(mara, [{ id }])

  const sent = await dam.ask('GET', `${path}/${id}/download`)
  const address = sent.headers.get('location') ?? ''
  const given = await dam.ask('GET', address)

  expect(sent.status).toBe(302)
  expect(given.bytes.equals(bytes)).toBe(true)
  expect(given.headers.get('content-disposition')).toContain(`filename*=UTF-8''Gr%C3%B6%C3%9Fe.png`)
  expect((await dam.ask('GET', address.replace(/\?.*/, ''))).status).toBe(403)
  await mara.delete(`/web/v1/shares/${path.split('/').at(-1)}`)
  expect((await dam.ask('GET', address)).status).toBe(410)
})

test('without the right to it, no address gives the original or anything as good', async ({ dam }) => {
  const mara = await dam.person('mara')
  const bytes = await picture('#08f', 3000, 1500)
  const id = await mara.has({ name: 'large.png', bytes })
  const text = await mara.has({ name: 'notes.txt', bytes: Buffer.from('secret') })
  const path = await shared(mara, [{ id }, { id: text, scheme: 'document' }], {
    ...lookOnly,
    allowCropAndResize: true,
    allowPresets: true,
  })
  const preset = { name: 'all', description: '', width: 300, height: 150, keepAspectRatio: true }
  await dam.library.transaction(({ presets }) =>
    presets.insert({ ...preset, id: 'aa' as PresetId, mainLibraryEnabled: true, portalEnabled: true }),
  )

  const given = []
  for (const rest of ['download', 'preset/aa', 'crop?width=3000&type=png', 'crop?width=100']) {
    given.push(await fetched(dam, `${path}/${id}/${rest}`))
  }
  const page = await visitorOf(dam.origin).open(`${path}/${id}`)
  const preview = page.document.querySelector('img')?.getAttribute('src') ?? ''
  given.push(await dam.ask('GET', preview), await dam.ask('GET', preview.replace('/1200?', '/8192.jpg?')))

  for (const answer of given) {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(answer.bytes.equals(bytes)).toBe(false)
  }
  const widths = await Promise.all(given.map(async (answer) => (await sharp(answer.bytes).metadata()).width))
  expect(widths).toEqual([1200, 300, 3000, 100, 1200, 1200])
  const [address] = [(await dam.ask('GET', `${path}/${id}/download`)).headers.get('location') ?? '']
  for (const kind of ['original', 'PNG', 'HighJPG', 'metadata', 'edit.png']) {
    expect((await dam.ask('GET', address.replace('LowJPG', kind))).status, kind).toBe(403)
  }
  expect((await dam.ask('GET', `${path}/${text}/download`)).status).toBe(403)
  const zip = await filesIn((await dam.ask('GET', `${path}/files.zip`)).bytes)
  expect([...zip.keys()]).toEqual(['large.jpg'])
  expect((await sharp(zip.get('large.jpg')).metadata()).format).toBe('jpeg')
  expect(page.document.querySelector('select')).toBeNull()
})

test('what the share does not allow is not there', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'red.png', bytes: await picture('#f00') })
  await dam.library.transaction(({ presets }) =>
    presets.insert({
      ...{ id: 'aa' as PresetId, name: 'small', description: '', width: 20, height: 20 },
      ...{ keepAspectRatio: false, mainLibraryEnabled: true, portalEnabled: true },
    }),
  )
  const path = await shared(mara, [{ id }], lookOnly)
  const page = await visitorOf(dam.origin).open(path)

  expect(page.document.querySelector('form')).toBeNull()
  expect(page.text).not.toContain('preset')
  expect((await dam.ask('GET', `${path}/${id}/crop?width=10`)).status).toBe(404)
  expect((await dam.ask('GET', `${path}/${id}/preset/aa`)).status).toBe(404)
})

test('a picture is cut and resized by the form on its page', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'red.png', bytes: await picture('#f00') })
  const path = await shared(mara, [{ id }])
  const sized = async (asked: string) => {
    const { status, bytes, headers } = await dam.ask('GET', `${path}/${id}/crop?${asked}`)
    expect(status, bytes.toString()).toBe(200)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="red\.(jpg|png)"$/)
    const { width, height, format, density } = await sharp(bytes).metadata()
    return { width, height, format, density }
  }

  expect(await sized('width=50&height=50&keep=yes&type=png')).toMatchObject({ width: 50, height: 25, format: 'png' })
  expect(await sized('width=50&height=50&type=jpg&dpi=300')).toMatchObject({ width: 50, height: 50, density: 300 })
  expect(await sized('width=50&height=')).toMatchObject({ width: 50, height: 25, format: 'jpeg' })
  expect(await sized('cropWidth=30&cropHeight=90&top=10&left=5')).toMatchObject({ width: 30, height: 90 })
  expect(await sized('cropWidth=40&cropHeight=20&height=10')).toMatchObject({ width: 20, height: 10 })
  for (const [asked, word] of [
    ['', 'fill in'],
    ['width=0', 'width'],
    ['width=9000&height=9000', 'too large'],
    ['cropWidth=30', 'height'],
    ['cropWidth=201&cropHeight=1', 'leaves'],
    ['width=10&dpi=0', 'Dots'],
  ] as const) {
    const page = await dam.ask<string>('GET', `${path}/${id}/crop?${asked}`)
    expect([page.status, page.headers.get('content-type')], asked).toEqual([400, 'text/html; charset=utf-8'])
    expect(page.body).toContain(word)
  }
  const kept = []
  for await (const key of dam.adapters.objectsOf(dam.account.id).list('renditions/')) kept.push(key)
  expect(kept.filter((key) => key.includes('/edit'))).toEqual([])
})

test('all files come as one archive, under names of their own', async ({ dam }) => {
  const mara = await dam.person('mara')
  const [red, blue] = [await picture('#f00'), await picture('#00f')]
  const ids = [
    { id: await mara.has({ name: 'a.png', bytes: red }) },
    { id: await mara.has({ name: 'A.png', bytes: blue }) },
    { id: await mara.has({ name: 'grün.txt', bytes: Buffer.from('hello') }), scheme: 'document' },
  ]
  const path = await shared(mara, ids)

  const zip = await dam.ask('GET', `${path}/files.zip`)

  expect([zip.status, zip.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(zip.headers.get('content-length')).toBe(String(zip.bytes.length))
  const files = await filesIn(zip.bytes)
  expect([...files]).toEqual([
    ['a.png', red],
    ['A (2).png', blue],
    ['grün.txt', Buffer.from('hello')],
  ])
})

test('what is deleted, expired or not approved leaves the share at once', async ({ dam }) => {
  const mara = await dam.person('mara')
  const all: AssetId[] = []
  for (const name of ['stays', 'deleted', 'expired', 'pending']) {
    all.push(
      await mara.has({
        name: `${name}.png`,
        bytes: await picture(name === 'stays' ? '#000' : '#fff', 50 + all.length, 50),
      }),
    )
  }
  const [stays, deleted, expired, pending] = all as [AssetId, AssetId, AssetId, AssetId]
  const path = await shared(
    mara,
    all.map((id) => ({ id })),
  )
  const addresses = await Promise.all(
    all.map(async (id) => (await dam.ask('GET', `${path}/${id}/download`)).headers.get('location') ?? ''),
  )
  const page = await visitorOf(dam.origin).open(path)
  const previews = [...page.document.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '')

  await dam.library.transaction(async ({ assets }) => {
    await assets.trash(deleted, dam.adapters.clock.now())
    await assets.update(expired, { expiresAt: dam.adapters.clock.now() - 1 })
    await assets.update(pending, { approval: 'Pending' })
  })

  const after = await visitorOf(dam.origin).open(path)
  expect(after.document.querySelector('h1')?.textContent).toBe('stays.png')
  const statuses = async (paths: string[]) =>
    Promise.all(paths.map(async (each) => (await dam.ask('GET', each)).status))
  expect(await statuses(addresses)).toEqual([200, 404, 404, 404])
  expect(await statuses(previews)).toEqual([200, 404, 404, 404])
  expect(await statuses(all.map((id) => `${path}/${id}`))).toEqual([200, 404, 404, 404])
  await dam.library.transaction(({ assets }) => assets.trash(stays, dam.adapters.clock.now()))
  expect((await dam.ask('GET', path)).status).toBe(404)
  expect((await dam.ask('GET', `${path}/files.zip`)).status).toBe(404)
})

test('a share ends after its last day, and says so', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'red.png', bytes: await picture('#f00') })
  const today = new Date(dam.adapters.clock.now()).toISOString().slice(0, 10)
  const path = await shared(mara, [{ id }], { expires: today })
  expect((await dam.ask('GET', path)).status).toBe(200)

  dam.advance({ days: 1 })

  for (const rest of ['', `/${id}`, `/${id}/download`, `/${id}/crop?width=1`, '/files.zip']) {
    const page = await dam.ask<string>('GET', `${path}${rest}`)
    expect([page.status, page.headers.get('content-type')], rest).toEqual([410, 'text/html; charset=utf-8'])
    expect(page.body).toContain('This share has expired')
    expect(page.body).not.toContain('red.png')
  }
  const { results } = (await mara.get<ShareList>('/web/v1/shares')).body
  expect(results).toMatchObject([{ state: 'expired', expires: today }])
  expect((await share(mara, [{ id }], { expires: '2018-11-08' })).status).toBe(200)
})

test('who shared stays hidden where that is asked', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { id } = await putAsset(dam)
  const path = await shared(mara, [{ id }], { hideShareBy: true })

  const page = await dam.ask<string>('GET', path)

  expect(page.status).toBe(200)
  expect(page.body).not.toMatch(/Mara|mara|Shared by/)
})

test('terms are accepted before anything is downloaded', async ({ dam }) => {
  const mara = await dam.person('mara')
  const ada = await dam.person('ada', { role: 'admin' })
  const id = await mara.has({ name: 'red.png', bytes: await picture('#f00') })
  const free = await mara.has({ name: 'free.png', bytes: await picture('#0f0') })
  await dam.library.transaction(({ assets }) => assets.update(id, { termsAndConditions: 'Credit <Mara>, always.' }))
  await ada.put('/web/v1/settings', { body: { drm: true } })
  const path = await shared(mara, [{ id }, { id: free }])

  for (const rest of [`/${id}/download`, `/${id}/crop?width=10`, '/files.zip']) {
    const refused = await dam.ask<string>('GET', path + rest)
    expect([refused.status, refused.headers.get('location')]).toEqual([403, null])
    expect(refused.body).toContain('accept the terms')
    const accepted = `${path}${rest}${rest.includes('?') ? '&' : '?'}terms=accepted`
    expect((await fetched(dam, accepted)).status).toBe(200)
  }
  expect((await fetched(dam, `${path}/${free}/download`)).status).toBe(200)
  const page = await visitorOf(dam.origin).open(`${path}/${id}`)
  expect(page.document.querySelector('.terms')?.textContent).toBe('Credit <Mara>, always.')
  const links = [...page.document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  expect(links).toContain(`${path}/${id}/download?terms=accepted`)
})

test('many files come in pages', async ({ dam }) => {
  const mara = await dam.person('mara')
  const contents = []
  for (let index = 0; index < 61; index++) contents.push(await putAsset(dam, { name: `p${index}.jpg` }))
  const path = await shared(mara, contents)

  const first = await visitorOf(dam.origin).open(path)
  const second = await visitorOf(dam.origin).open(`${path}?page=2`)

  expect(first.document.querySelector('h1')?.textContent).toBe('61 files')
  expect([first, second].map(({ document }) => document.querySelectorAll('.files li').length)).toEqual([60, 1])
  expect(second.document.querySelector('.name')?.textContent).toBe('p60.jpg')
  for (const page of ['0', '3', 'x']) expect((await dam.ask('GET', `${path}?page=${page}`)).status).toBe(400)
})

test('a share is not to be found through another account, nor a file through another share', async ({ dam }) => {
  const mara = await dam.person('mara')
  const [one, two] = [await putAsset(dam), await putAsset(dam)]
  const path = await shared(mara, [one])
  await dam.addAccount('other.test')

  const at = async (host: string, each: string) =>
    (await dam.ask('GET', each, { headers: { 'x-forwarded-host': host } })).status
  expect(await at('localhost', path)).toBe(200)
  expect(await at('localhost', `${path}/${one.id}`)).toBe(200)
  expect(await at('other.test', path)).toBe(404)
  expect(await at('localhost', `${path}/${two.id}`)).toBe(404)
  expect(await at('localhost', '/s/0123456789abcdefghijklmnop')).toBe(404)
})

test('sharing and visits are in the reports', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'red.png', bytes: await picture('#f00') })
  const path = await shared(mara, [{ id }])
  await dam.ask('GET', `${path}/${id}/download`)
  await dam.ask('GET', `${path}/${id}`)

  await dam.adapters.recentActivity.flush(dam.library)
  const asked = { kind: null, direction: 'ascending', from: null, limit: 10 } as const
  const activities = await dam.library.read.activities.ofAsset(id, asked)

  expect(activities.map(({ kind, by, detail }) => [kind, by.email, detail])).toEqual([
    ['uploaded', 'mara@descant.test', ''],
    ['shared', 'mara@descant.test', 'Link'],
    ['downloaded', '', ''],
    ['previewed', '', ''],
  ])
})

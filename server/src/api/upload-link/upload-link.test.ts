import type { ContentDetails, ErrorBody, Outbox, Tree, UploadLinkBody, UploadLinkList } from '@descant/contract'
import sharp from 'sharp'
import { expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { formBody } from '../../../test/harness/form-body.ts'
import type { Person } from '../../../test/harness/person.ts'
import { visitorOf } from '../../../test/harness/visitor.ts'
import { mostPerDay } from '../../domain/upload-link/take-linked-file.ts'
import type { UploadLinkId } from '../../domain/upload-link/upload-link.ts'

/** The example of the published page. */
const asked = {
  portalName: 'CantoTest',
  description: 'Pictures of the beach',
  emailSubject: 'Canto Test sent you a request to upload content',
  emailBody: 'To upload files, please click on the button below or copy the URL to a browser:',
  editable: false,
  isNeverExpired: true,
  recipients: [{ firstName: 'Canto', lastName: 'Test', email: 'CantoTest@canto.com' }],
} satisfies UploadLinkBody

const create = (by: Person, change: Partial<Record<keyof UploadLinkBody, unknown>> = {}) =>
  by.post<string>('/api/v1/uploadlink', { body: { ...asked, ...change } })

async function linkOf(by: Person, change: Partial<UploadLinkBody> = {}): Promise<UploadLinkId> {
  const { status, body } = await create(by, change)
  expect(status, String(body)).toBe(200)
  return body as UploadLinkId
}

type Sent = { name: string; bytes: Uint8Array | string }
function send(dam: Dam, id: string, files: Sent[], headers: Record<string, string> = {}) {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('file', new Blob([bytes as BlobPart]), name)
  return dam.ask<string>('POST', `/u/${id}`, { body: form, headers })
}

const filesOf = async (person: Person) =>
  (await person.get<{ results: ContentDetails[] }>('/api/v1/allfile')).body.results
const list = async (person: Person) => (await person.get<UploadLinkList>('/web/v1/upload-links')).body

test('a link is an id, as text, and everybody named gets a letter with its address', async ({ dam }) => {
  const mara = await dam.person('mara')
  const ada = await dam.person('ada', { role: 'admin' })
  const ines = { firstName: '', lastName: '', email: 'ines@agency.example' }

  const made = await create(mara, {
    recipients: [...asked.recipients, ines, { ...ines, email: 'INES@agency.example' }],
  })
  await dam.settle()

  expect([made.status, made.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(made.body).toMatch(/^[0-9a-v]{26}$/)
  const { results } = (await ada.get<Outbox>('/web/v1/outbox')).body
  const letters = results.toSorted((a, b) => a.to.localeCompare(b.to))
  const address = `${dam.origin}/u/${made.body}`
  expect(letters.map(({ to, subject, text }) => [to, subject, text])).toEqual([
    ['cantotest@canto.com', asked.emailSubject, `Hello Canto Test,\n\n${asked.emailBody}\n\n${address}\n`],
    ['ines@agency.example', asked.emailSubject, `${asked.emailBody}\n\n${address}\n`],
  ])
})

test('several files come by one form without scripts, and are in the library under the name of the link', async ({
  dam,
}) => {
  const mara = await dam.person('mara')
  const id = await linkOf(mara, { portalName: 'Summer / 2026' })
  const page = await visitorOf(dam.origin).open(`/u/${id}`)
  expect([page.status, page.document.querySelector('h1')?.textContent]).toEqual([200, 'Summer / 2026'])
  expect(page.document.body.textContent).toContain(asked.description)
  const form = page.document.querySelector('form')
  expect([form?.method, form?.enctype, form?.getAttribute('action')]).toEqual([
    'post',
    'multipart/form-data',
    `/u/${id}`,
  ])
  const input = page.document.querySelector<HTMLInputElement>('input[type=file]')
  expect([input?.multiple, input?.required, input?.name]).toEqual([true, true, 'file'])

  const picture = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#f00' } })
    .png()
    .toBuffer()
  const thanks = await send(dam, id, [
    { name: 'grün <b>.png', bytes: picture },
    { name: 'notes.txt', bytes: 'hello' },
  ])
  await dam.settle()

  expect([thanks.status, thanks.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(thanks.body).toContain('<li>grün _b_.png</li>')
  const files = (await filesOf(mara)).toSorted((a, b) => a.name.localeCompare(b.name))
  expect(files.map(({ name, scheme, owner, ownerName }) => [name, scheme, owner, ownerName])).toEqual([
    ['grün _b_.png', 'image', 'mara@descant.test', 'Summer / 2026'],
    ['notes.txt', 'document', 'mara@descant.test', 'Summer / 2026'],
  ])
  expect(files[0]?.relatedAlbums).toMatchObject([{ name: 'Summer _ 2026', namePath: 'Upload Links/Summer _ 2026' }])
  const original = await mara.get(`/api_binary/v1/image/${files[0]?.id}`)
  expect((await dam.ask('GET', original.headers.get('location') ?? '')).bytes.equals(picture)).toBe(true)
  expect((await list(mara)).results).toMatchObject([{ files: 2, albumId: files[0]?.relatedAlbums[0]?.id }])
})

test('one album takes the files of all links of its name, whatever else has its folder’s name', async ({ dam }) => {
  const mara = await dam.person('mara')
  await mara.post('/api/v1/album/Upload%20Links') // in the way
  const [one, two] = [await linkOf(mara), await linkOf(mara)]
  for (const id of [one, one, two]) expect((await send(dam, id, [{ name: 'a.txt', bytes: id }])).status).toBe(200)
  await dam.settle()

  const { results } = (await mara.get<Tree>('/api/v1/tree')).body
  const folder = results.find(({ name }) => name === 'Upload Links (2)')
  expect(folder?.children?.map(({ name, size }) => [name, size])).toEqual([['CantoTest', '3']])
})

test('a script is told by JSON, and gets nothing but itself from us', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await linkOf(mara)
  const page = await visitorOf(dam.origin).open(`/u/${id}`)
  const script = await dam.ask<string>('GET', page.document.querySelector('script')?.getAttribute('src') ?? '')

  const sent = await send(dam, id, [{ name: 'a.txt', bytes: 'a' }], { accept: 'application/json' })

  expect([sent.status, sent.body]).toEqual([200, { received: ['a.txt'] }])
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  expect(() => new Function(script.body)).not.toThrow()
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'; connect-src 'self'")
})

test('a form without files is asked for some, and one that breaks off is not taken for whole', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await linkOf(mara)
  const chosenNone = formBody([
    { name: 'file', fileName: '', bytes: '' },
    { name: 'note', value: 'x' },
  ])
  const torn = formBody([{ name: 'file', fileName: 'a.txt', bytes: 'half of it' }], { closed: false })

  const none = await dam.ask<string>('POST', `/u/${id}`, chosenNone)
  const broken = await dam.ask<ErrorBody>('POST', `/u/${id}`, {
    ...torn,
    headers: { ...torn.headers, accept: 'application/json' },
  })
  const other = await dam.ask('POST', `/u/${id}`, { body: { file: 'x' } })
  await dam.settle()

  expect([none.status, none.body.includes('Please choose at least one file.')]).toEqual([400, true])
  expect([broken.status, broken.body.code]).toEqual([400, 40000])
  expect(other.status).toBe(415)
  expect(await filesOf(mara)).toEqual([])
})

test('from one place so many files a day, and another day again', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await linkOf(mara)
  await send(dam, id, [{ name: 'first.txt', bytes: '1' }])
  const sender = dam.adapters.secrets.sign('upload-link-sender', `${id} 127.0.0.1`)
  expect(await dam.library.read.uploadLinks.countBegun(id, sender, 0)).toBe(1)
  await dam.library.transaction(async ({ uploadLinks }) => {
    for (let count = 2; count < mostPerDay; count++) {
      await uploadLinks.beginFile({ id: `f${count}`, linkId: id, sender, begunAt: dam.adapters.clock.now() })
    }
  })

  const two = [
    { name: 'last.txt', bytes: '2' },
    { name: 'over.txt', bytes: '3' },
  ]
  const refused = await send(dam, id, two)
  const elsewhere = await send(dam, id, [{ name: 'x.txt', bytes: '4' }], { 'x-forwarded-for': '192.0.2.7' })

  expect(refused.status).toBe(429)
  expect(refused.body).toContain(`at most ${mostPerDay} files`)
  expect(refused.body).toContain('<li>last.txt</li>')
  expect(refused.body).not.toContain('<li>over.txt</li>')
  expect(elsewhere.status).toBe(200)
  dam.advance({ days: 1, minutes: 1 })
  expect((await send(dam, id, [{ name: 'later.txt', bytes: '5' }])).status).toBe(200)
})

test('a link ends after its last day and when it is withdrawn, and says so', async ({ dam }) => {
  const mara = await dam.person('mara')
  const [ines, ada] = [await dam.person('ines'), await dam.person('ada', { role: 'admin' })]
  const today = new Date(dam.adapters.clock.now()).toISOString().slice(0, 10)
  const ending = await linkOf(mara, { isNeverExpired: false, displayExpireDate: today })
  const withdrawn = await linkOf(mara, { displayExpireDate: '2019-02-20' })
  expect([(await dam.ask('GET', `/u/${ending}`)).status, (await dam.ask('GET', `/u/${withdrawn}`)).status]).toEqual([
    200, 200,
  ])

  dam.advance({ days: 1 })
  expect((await ines.delete(`/web/v1/upload-links/${withdrawn}`)).status).toBe(404)
  expect((await mara.delete(`/web/v1/upload-links/${withdrawn}`)).status).toBe(204)

  for (const [id, sentence] of [
    [ending, 'This upload link has expired'],
    [withdrawn, 'This upload link has been withdrawn'],
  ] as const) {
    const page = await dam.ask<string>('GET', `/u/${id}`)
    expect([page.status, page.body.includes(sentence)]).toEqual([410, true])
    expect((await send(dam, id, [{ name: 'a.txt', bytes: 'a' }])).status).toBe(410)
    const told = await send(dam, id, [{ name: 'a.txt', bytes: 'a' }], { accept: 'application/json' })
    expect([told.status, (told.body as unknown as ErrorBody).message]).toEqual([410, sentence])
  }
  expect((await list(ada)).results.map(({ state }) => state).toSorted()).toEqual(['expired', 'revoked'])
  expect((await list(ines)).found).toBe(0)
  expect((await dam.ask('GET', '/u/0123456789abcdefghijklmnop')).status).toBe(404)
})

test('what makes no sense is refused by name, and nobody is written to', async ({ dam }) => {
  const mara = await dam.person('mara')
  const ada = await dam.person('ada', { role: 'admin' })
  const recipient = asked.recipients[0]
  for (const [change, word] of [
    [{ portalName: undefined }, 'portalName'],
    [{ portalName: ' ' }, 'portalName'],
    [{ portalName: 'a\nb' }, 'portalName'],
    [{ emailSubject: 'a\r\nBcc: eve@evil.example' }, 'emailSubject'],
    [{ emailSubject: undefined }, 'emailSubject'],
    [{ emailBody: ' ' }, 'emailBody'],
    [{ isNeverExpired: undefined }, 'isNeverExpired'],
    [{ isNeverExpired: false }, 'displayExpireDate'],
    [{ isNeverExpired: false, displayExpireDate: '2026-02-30' }, 'displayExpireDate'],
    [{ recipients: undefined }, 'recipients'],
    [{ recipients: [{ ...recipient, email: 'nobody' }] }, 'nobody'],
    [{ recipients: [{ firstName: 'A', lastName: 'B' }] }, 'email'],
    [{ recipients: Array.from({ length: 101 }, () => recipient) }, 'recipients'],
  ] as const) {
    const refused = await create(mara, change)
    expect(refused.status, word).toBe(400)
    expect((refused.body as unknown as ErrorBody).message).toContain(word)
  }
  await dam.settle()
  expect((await ada.get<Outbox>('/web/v1/outbox')).body.results).toEqual([])
})

test('links are made and listed by those who may share', async ({ dam }) => {
  const cora = await dam.person('cora', { role: 'consumer' })

  expect((await create(cora)).status).toBe(403)
  expect((await cora.get('/web/v1/upload-links')).status).toBe(403)
  expect((await dam.ask('POST', '/api/v1/uploadlink', { body: asked })).status).toBe(401)
})

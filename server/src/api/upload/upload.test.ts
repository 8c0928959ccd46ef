import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { ContentDetails, UploadEntry, UploadSetting, UploadStatusList } from '@descant/contract'
import { describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { formBody, type RawForm, type RawPart } from '../../../test/harness/form-body.ts'
import type { Person } from '../../../test/harness/person.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import { changeSettings } from '../../domain/setting/change-settings.ts'

const photo = await readFile(realMedia.photoSideways)
const note = { name: 'note.txt', bytes: Buffer.from('Bring the posters.') }
const md5 = createHash('md5').update(note.bytes).digest('hex')
const theFile: RawPart = { name: 'file', fileName: 'note.txt', bytes: note.bytes }

async function formOf(person: Person, changes: Record<string, string | null> = {}) {
  const { url, ...fields } = (await person.get<UploadSetting>('/api/v1/upload/setting')).body
  const changed = Object.entries({ ...fields, ...changes }).filter(
    (field): field is [string, string] => field[1] !== null,
  )
  return { url, fields: changed.map(([name, value]): RawPart => ({ name, value })) }
}

async function post(dam: Dam, person: Person, parts: RawPart[], changes: Record<string, string | null> = {}) {
  const { url, fields } = await formOf(person, changes)
  return await dam.ask<string>('POST', url, formBody([...fields, ...parts]))
}

const statusOf = async (person: Person): Promise<UploadEntry[]> =>
  (await person.get<UploadStatusList>('/api/v1/upload/status')).body.results

const details = async (person: Person, id: string, scheme = 'image') =>
  (await person.get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body

async function objectsIn(dam: Dam): Promise<string[]> {
  const keys: string[] = []
  for await (const key of dam.adapters.objectsOf(dam.account.id).list('')) keys.push(key)
  return keys
}

describe('the upload setting', () => {
  test('has the fields of the published form, for this server', async ({ dam }) => {
    const mara = await dam.person('mara')

    const { status, body } = await mara.get<UploadSetting>('/api/v1/upload/setting')

    expect(status).toBe(200)
    expect(body).toMatchObject({
      url: `${dam.origin}/direct/upload`,
      acl: 'private',
      key: `${dam.account.id}/mara@descant.test/$\{filename}`,
      'x-amz-meta-tag': '',
      'x-amz-meta-file_name': `$\{filename}`,
      'x-amz-meta-scheme': '',
      'x-amz-meta-id': '',
      'x-amz-meta-album_id': '',
    })
    expect(Object.keys(body)).toEqual(expect.arrayContaining(['AWSAccessKeyId', 'Policy', 'Signature']))
    const policy = JSON.parse(Buffer.from(body.Policy, 'base64').toString())
    const hours = (Date.parse(policy.expiration) - dam.adapters.clock.now()) / 3_600_000
    expect(hours).toBeCloseTo(5, 1)
    expect(policy.conditions).toEqual(
      expect.arrayContaining([{ acl: 'private' }, ['content-length-range', 0, expect.any(Number)]]),
    )
  })

  test('carries what the client wants to find its file by', async ({ dam }) => {
    const mara = await dam.person('mara')

    const { body } = await mara.get<UploadSetting>('/api/v1/upload/setting?refer=my%20own%20key')
    const { url, ...fields } = body
    const form = formBody([...Object.entries(fields).map(([name, value]): RawPart => ({ name, value })), theFile])
    await dam.ask('POST', url, form)

    expect(await statusOf(mara)).toMatchObject([{ name: 'note.txt', refer_id: 'my own key' }])
  })

  test('is for contributors and administrators', async ({ dam }) => {
    const [carl, anna] = [await dam.person('carl', { role: 'consumer' }), await dam.person('anna', { role: 'admin' })]

    expect(await carl.get('/api/v1/upload/setting')).toMatchObject({ status: 403, body: { code: 40300 } })
    expect(await dam.ask('GET', '/api/v1/upload/setting')).toMatchObject({ status: 401 })
    expect(await anna.get('/api/v1/upload/setting')).toMatchObject({ status: 200 })
  })
})

describe('posting the form', () => {
  test('an empty 200 says that the file is safe, and later it is an asset under the id of its upload', async ({
    dam,
  }) => {
    const mara = await dam.person('mara')

    const answer = await post(dam, mara, [{ name: 'file', fileName: 'sideways.jpg', bytes: photo }])

    expect(answer).toMatchObject({ status: 200, body: '' })
    const [received] = await dam.library.read.uploads.since(0, null, 9)
    expect(await dam.library.read.uploads.find(received?.id as AssetId)).toMatchObject({ size: photo.length })
    await dam.settle()
    const [entry] = await statusOf(mara)
    expect(entry).toMatchObject({ name: 'sideways.jpg', status: 'Done', scheme: 'image' })
    expect(await details(mara, entry?.id ?? '')).toMatchObject({
      id: entry?.id,
      name: 'sideways.jpg',
      size: String(photo.length),
      owner: 'mara@descant.test',
      approvalStatus: 'Approved',
      width: '480', // it stands upright now
      height: '640',
    })
  })

  test('success_action_status chooses between 200, 201 and 204, and is 200 otherwise', async ({ dam }) => {
    const mara = await dam.person('mara')
    const answers = []
    for (const asked of ['200', '201', '204', '', '302']) {
      answers.push(await post(dam, mara, [theFile], { success_action_status: asked }))
    }

    expect(answers.map(({ status }) => status)).toEqual([200, 201, 204, 200, 200])
    for (const { headers } of answers) expect(headers.get('etag')).toBe(`"${md5}"`)
    expect(answers.map(({ body }) => body !== '')).toEqual([false, true, false, false, false])
    expect(answers[1]?.headers.get('content-type')).toContain('application/xml')
    expect(answers[1]?.body).toContain(`note.txt</Key><ETag>&quot;${md5}&quot;</ETag></PostResponse>`)
  })

  test('fields may come in any order and any case, and what follows the file is ignored', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)
    const shouted = fields
      .toReversed()
      .map((part) => ('value' in part ? { ...part, name: part.name.toUpperCase() } : part))

    const answer = await dam.ask('POST', url, formBody([...shouted, theFile, { name: 'evil', value: 'x' }, theFile]))

    expect(answer.status).toBe(200)
    expect(await statusOf(mara)).toHaveLength(1)
  })

  test('fields after the file are too late', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)

    const answer = await dam.ask('POST', url, formBody([theFile, ...fields]))

    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('<Code>AccessDenied</Code>') })
    expect(await objectsIn(dam)).toEqual([])
  })

  test('other sites may post, and ask first', async ({ dam }) => {
    const asked = await dam.ask('OPTIONS', '/direct/upload', {
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    const posted = await post(dam, await dam.person('mara'), [theFile])

    expect(asked.status).toBeLessThan(300)
    for (const { headers } of [asked, posted]) expect(headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('a form that is refused', () => {
  test('is told why in the words of S3, and leaves nothing', async ({ dam }) => {
    const mara = await dam.person('mara')
    const refusedWith: [Record<string, string | null>, number, string][] = [
      [{ Policy: null }, 403, 'AccessDenied'],
      [{ Policy: '' }, 403, 'AccessDenied'],
      [{ Signature: 'x'.repeat(43) }, 403, 'SignatureDoesNotMatch'],
      [{ Signature: null }, 403, 'SignatureDoesNotMatch'],
      [{ AWSAccessKeyId: 'AKIA' }, 403, 'InvalidAccessKeyId'],
      [{ acl: 'public-read' }, 403, 'AccessDenied'],
      [{ acl: null }, 403, 'AccessDenied'],
      [{ key: null }, 403, 'AccessDenied'],
      [{ key: `${dam.account.id}/anna@descant.test/a.jpg` }, 403, 'AccessDenied'],
      [{ success_action_redirect: 'https://elsewhere.example' }, 403, 'AccessDenied'],
      [{ 'x-amz-storage-class': 'GLACIER' }, 403, 'AccessDenied'],
      [{ 'x-amz-meta-description': 'x'.repeat(300_000) }, 400, 'MaxPostPreDataLengthExceeded'],
    ]

    for (const [changes, status, code] of refusedWith) {
      const answer = await post(dam, mara, [theFile], changes)

      expect(answer, JSON.stringify(changes)).toMatchObject({ status })
      expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
      expect(answer.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error>/)
      expect(answer.body).toContain(`<Code>${code}</Code>`)
    }
    expect(await statusOf(mara)).toEqual([])
    expect(await objectsIn(dam)).toEqual([])
  })

  test('a policy is worth nothing once a letter of it is changed', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { Policy } = (await mara.get<UploadSetting>('/api/v1/upload/setting')).body
    const longer = Buffer.from(Policy, 'base64')
      .toString()
      .replace(/"expiration":"\d{4}/, '"expiration":"9999')

    const answer = await post(dam, mara, [theFile], { Policy: Buffer.from(longer).toString('base64') })

    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('SignatureDoesNotMatch') })
  })

  test('a setting is good for five hours', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)

    dam.advance({ hours: 4, minutes: 59 })
    expect(await dam.ask('POST', url, formBody([...fields, theFile]))).toMatchObject({ status: 200 })
    dam.advance({ minutes: 1, seconds: 1 })
    const late = await dam.ask('POST', url, formBody([...fields, theFile]))

    expect(late).toMatchObject({ status: 403, body: expect.stringContaining('Policy expired') })
  })

  test('a setting ends with the right to upload', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)
    await dam.library.transaction(({ users }) => users.update({ ...mara.user, role: 'consumer' }))

    const answer = await dam.ask('POST', url, formBody([...fields, theFile]))

    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('AccessDenied') })
  })

  test("one account's form is nothing to another", async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)
    const other = await dam.addAccount('other.test')

    const { headers, body } = formBody([...fields, theFile])
    const answer = await dam.ask('POST', url, { body, headers: { ...headers, 'x-forwarded-host': other.host } })

    expect(answer).toMatchObject({ status: 403, body: expect.stringContaining('another account') })
  })

  test('that is no whole form is 400', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)
    const whole = formBody([...fields, theFile])
    const cutAt = (text: string) => ({ ...whole, body: whole.body.subarray(0, whole.body.indexOf(text)) })
    const noBoundary = { ...whole, headers: { 'content-type': 'multipart/form-data' } }

    const codeOf = async (form: RawForm) => {
      const { status, body } = await dam.ask<string>('POST', url, form)
      expect(status).toBe(400)
      return /<Code>(.*)<\/Code>/.exec(body)?.[1]
    }
    expect(await codeOf(formBody(fields))).toBe('InvalidArgument')
    expect(await codeOf(formBody([]))).toBe('InvalidArgument')
    expect(await codeOf(formBody(fields, { closed: false }))).toBe('MalformedPOSTRequest')
    expect(await codeOf(cutAt('the posters'))).toBe('MalformedPOSTRequest')
    expect(await codeOf(noBoundary)).toBe('MalformedPOSTRequest')
    expect(await objectsIn(dam)).toEqual([])
  })

  test('another kind of body is 415', async ({ dam }) => {
    expect(
      await dam.ask('POST', '/direct/upload', { body: 'key=x', headers: { 'content-type': 'text/plain' } }),
    ).toMatchObject({ status: 415 })
  })
})

describe('a connection that breaks', () => {
  test('leaves nothing', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)
    const { headers, body } = formBody([
      ...fields,
      { name: 'file', fileName: 'big.bin', bytes: Buffer.alloc(3_000_000) },
    ])

    await new Promise<void>((resolve) => {
      const sending = httpRequest(url, { method: 'POST', headers: { ...headers, 'content-length': body.length } })
      sending.on('error', () => resolve())
      sending.write(body.subarray(0, 2_000_000), () => sending.destroy(new Error('gone')))
    })
    await expect.poll(async () => (await dam.ask('GET', '/health/live')).status).toBe(200)
    await mara.upload(note) // the server has gone on, and has let go of the torn one meanwhile

    expect((await statusOf(mara)).map(({ name }) => name)).toEqual(['note.txt'])
    expect((await objectsIn(dam)).filter((key) => key.startsWith('originals/'))).toHaveLength(1)
  })

  test('a sender that gets a refusal early can read it, whatever it still has to send', async ({ dam }) => {
    const mara = await dam.person('mara')
    const large: RawPart = { name: 'file', fileName: 'big.bin', bytes: Buffer.alloc(20_000_000) }

    for (let round = 0; round < 5; round++) {
      expect(await post(dam, mara, [large], { Signature: 'forged' })).toMatchObject({ status: 403 })
    }
  })
})

describe('names', () => {
  test('are kept as far as every file system can', async ({ dam }) => {
    const mara = await dam.person('mara')
    const names = {
      'Grüße "an" 猫 🖼.jpg': 'Grüße _an_ 猫 🖼.jpg',
      'C:\\Users\\Mara\\poster.jpg': 'poster.jpg',
      '../../etc/passwd': 'passwd',
      'a:b?.jpg': 'a_b_.jpg',
      "it's 100% & <b>.jpg": "it's 100% & _b_.jpg",
    }

    for (const [sent, kept] of Object.entries(names)) {
      const entry = await mara.upload({ name: sent, bytes: photo })
      expect(entry).toMatchObject({ name: kept, status: 'Done' })
      expect(await details(mara, entry.id)).toMatchObject({ name: kept })
    }
  })

  test('come from the field of their own, else from the key, else from the file', async ({ dam }) => {
    const mara = await dam.person('mara')
    const nameFor = async (fileName: string, changes: Record<string, string | null>) => {
      await post(dam, mara, [{ name: 'file', fileName, bytes: note.bytes }], changes)
      dam.advance({ seconds: 1 })
      return (await statusOf(mara))[0]?.name
    }
    const key = `${dam.account.id}/mara@descant.test/key.txt`

    expect(await nameFor('a.txt', { 'x-amz-meta-file_name': 'field.txt', key })).toBe('field.txt')
    expect(await nameFor('a.txt', { 'x-amz-meta-file_name': '=?UTF-8?B?Z3LDvG4udHh0?=' })).toBe('grün.txt')
    expect(await nameFor('a.txt', { 'x-amz-meta-file_name': '', key })).toBe('key.txt')
    expect(await nameFor('b.txt', { 'x-amz-meta-file_name': null })).toBe('b.txt')
    expect(await nameFor('', {})).toBe('unnamed')
  })
})

describe('what comes with a file', () => {
  test('tags, an album and metadata become those of the asset', async ({ dam }) => {
    const mara = await dam.person('mara')
    const album = (await mara.post<{ id: string }>('/api/v1/album//Posters')).body.id

    const id = await mara.has(
      { name: 'sideways.jpg', bytes: photo },
      {
        'x-amz-meta-tag': ' summer, Poster ,,poster',
        'x-amz-meta-album_id': album,
        'x-amz-meta-description': 'Hung upside down',
        'x-amz-meta-author': 'Mara Bell',
        'x-amz-meta-copyright': '© Acme',
        'x-amz-meta-name': 'Summer poster.jpg',
      },
    )

    const found = await details(mara, id)
    expect(found).toMatchObject({
      name: 'Summer poster.jpg',
      tag: ['summer', 'Poster'],
      description: 'Hung upside down',
      relatedAlbums: [{ id: album, name: 'Posters' }],
    })
    expect(found.default).toMatchObject({ Author: 'Mara Bell', Copyright: '© Acme' })
  })

  test('keywords in the file are tags where the vocabulary lacks them, or new words of it where that is wanted', async ({
    dam,
  }) => {
    const mara = await dam.person('mara')
    const bytes = await readFile(realMedia.jpegWithKeywords)
    await mara.post('/api/v1/keyword', { body: { name: 'XMP', description: '' } })
    const before = await details(mara, await mara.has({ name: 'logo.jpg', bytes }))

    await changeSettings({ ...dam.adapters, library: dam.library }, { newKeywordsFromFiles: true })
    const after = await details(mara, await mara.has({ name: 'logo again.jpg', bytes }))

    const words = (found: { keyword: string[]; tag: string[] }) =>
      [...found.keyword, ...found.tag].map((word) => word.toLowerCase()).sort()
    expect(words(after)).toEqual(words(before))
    expect([before.keyword, before.tag]).toEqual([['XMP'], ['javascript', 'node.js']])
    expect(after.tag).toEqual([])
    const vocabulary = (await dam.library.read.keywords.allWithUse()).map(({ name }) => name.toLowerCase())
    expect(vocabulary).toEqual(expect.arrayContaining(words(after)))
  })

  test('one file adds so many words to the vocabulary and no more; the rest become tags', async ({ dam }) => {
    const mara = await dam.person('mara')
    await changeSettings({ ...dam.adapters, library: dam.library }, { newKeywordsFromFiles: true })
    const endless = 'x'.repeat(201)
    const many = Array.from({ length: 60 }, (_, at) => `word ${at}`)

    const id = await mara.has({ name: 'a.jpg', bytes: photo }, { 'x-amz-meta-keywords': [endless, ...many].join(',') })

    const { keyword, tag } = await details(mara, id)
    expect([keyword.length, tag.length]).toEqual([50, 11])
    expect(tag).toContain(endless)
    expect(await dam.library.read.keywords.allWithUse()).toHaveLength(50)
  })

  test('a field that comes with a file name is a field all the same', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { url, fields } = await formOf(mara)
    const odd: RawPart = { name: 'x-amz-meta-description', fileName: 'blob', type: 'text/plain', bytes: 'From a blob' }

    await dam.ask('POST', url, formBody([...fields, odd, { name: 'file', fileName: 'a.jpg', bytes: photo }]))
    await dam.settle()

    const [entry] = await statusOf(mara)
    expect(await details(mara, entry?.id ?? '')).toMatchObject({ description: 'From a blob' })
  })

  test("words in the file that are in the vocabulary become keywords, the others tags, the file's description its own", async ({
    dam,
  }) => {
    const anna = await dam.person('anna', { role: 'admin' })
    const logo = await readFile(realMedia.jpegWithKeywords)
    const plain = await details(anna, await anna.has({ name: 'logo.jpg', bytes: logo }))
    const [word] = plain.tag
    if (!word) throw new Error('The picture should carry keywords')
    await anna.post('/api/v1/keyword', { body: { name: word.toUpperCase() } })

    const second = await details(anna, await anna.has({ name: 'logo.jpg', bytes: logo }))

    expect(second.keyword).toEqual([word.toUpperCase()])
    expect(second.tag).toEqual(plain.tag.slice(1))
  })

  test('an unknown album makes the upload an error, and nothing else changes', async ({ dam }) => {
    const mara = await dam.person('mara')

    const entry = await mara.upload(note, { 'x-amz-meta-album_id': 'NOPE1' })

    expect(entry).toMatchObject({ status: 'Error', message: expect.stringContaining('album NOPE1') })
    expect(await dam.library.read.changes.lastSeq()).toBe(0)
  })

  test('a folder is no album', async ({ dam }) => {
    const mara = await dam.person('mara')
    const folder = (await mara.post<{ id: string }>('/api/v1/folder//Stuff')).body.id

    expect(await mara.upload(note, { 'x-amz-meta-album_id': folder })).toMatchObject({ status: 'Error' })
  })
})

describe('a new version', () => {
  test('keeps id, fields, keywords, tags and albums; the file is another', async ({ dam }) => {
    const [mara, ines] = [await dam.person('mara'), await dam.person('ines')]
    const album = (await mara.post<{ id: string }>('/api/v1/album//Posters')).body.id
    const id = await mara.has(
      { name: 'poster.jpg', bytes: photo },
      { 'x-amz-meta-album_id': album, 'x-amz-meta-tag': 'summer', 'x-amz-meta-description': 'First' },
    )
    const before = await details(mara, id)
    dam.advance({ minutes: 5 })

    const larger = await readFile(realMedia.photoWithPosition)
    const entry = await ines.upload(
      { name: 'poster final.jpg', bytes: larger },
      {
        'x-amz-meta-id': id,
        'x-amz-meta-scheme': 'image',
        'x-amz-meta-tag': 'final',
        'x-amz-meta-description': 'Ignored',
      },
    )

    expect(entry).toMatchObject({ id, status: 'Done' })
    const after = await details(mara, id)
    expect(after).toMatchObject({
      name: 'poster.jpg',
      description: 'First',
      owner: 'mara@descant.test',
      created: before.created,
      tag: ['summer', 'final'],
      relatedAlbums: [{ id: album }],
      size: String(larger.length),
      versionHistory: [
        { no: '2', ownerName: 'Ines Tester' },
        { no: '1', ownerName: 'Mara Tester' },
      ],
    })
    expect(Number(after.lastUploaded)).toBeGreaterThan(Number(before.lastUploaded))
    expect(Number(after.time)).toBeGreaterThan(Number(before.time))
    const events = (await dam.library.read.changes.after(0, 99)).filter((change) => change.id === id)
    expect(events.map(({ event }) => event)).toEqual(['asset.added', 'asset.version'])
  })

  test('of another kind takes scheme and extension along', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'poster.jpg', bytes: photo })

    await mara.upload({ name: 'final.pdf', bytes: await readFile(realMedia.pdf) }, { 'x-amz-meta-id': id })

    expect(await details(mara, id, 'document')).toMatchObject({ scheme: 'document', name: 'poster.pdf' })
    expect(await mara.get(`/api/v1/image/${id}`)).toMatchObject({ status: 404 })
  })

  test.for([
    ['that does not exist', '0'.repeat(26), ''],
    ['under another scheme', null, 'video'],
  ] as const)('of an asset %s is an error', async ([_, unknown, scheme], { dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has(note)

    const entry = await mara.upload(note, { 'x-amz-meta-id': unknown ?? id, 'x-amz-meta-scheme': scheme })

    expect(entry).toMatchObject({ status: 'Error', message: expect.stringContaining('new version') })
    expect((await details(mara, id, 'document')).versionHistory).toHaveLength(1)
  })
})

describe('a file that is not what it says', () => {
  test.for([
    ['empty', 'empty.jpg', async () => Buffer.alloc(0)],
    ['cut off', 'torn.jpg', async () => photo.subarray(0, 5000)],
    ['a page under the name of a picture', 'page.jpg', async () => Buffer.from('<!doctype html><title>x</title>')],
  ] as const)('%s ends as an error that says why, and makes no asset', async ([_, name, bytes], { dam }) => {
    const mara = await dam.person('mara')

    const entry = await mara.upload({ name, bytes: await bytes() })

    expect(entry).toMatchObject({ status: 'Error', message: expect.stringMatching(/\w+/) })
    expect(await mara.get(`/api/v1/image/${entry.id}`)).toMatchObject({ status: 404 })
    expect(await dam.library.read.changes.lastSeq()).toBe(0)
  })

  test('an administrator takes it in all the same', async ({ dam }) => {
    const [mara, anna] = [await dam.person('mara'), await dam.person('anna', { role: 'admin' })]
    const { id } = await mara.upload({ name: 'torn.jpg', bytes: photo.subarray(0, 5000) })

    expect(await mara.post(`/web/v1/uploads/${id}/take-in`)).toMatchObject({ status: 403 })
    expect(await anna.post(`/web/v1/uploads/${id}/take-in`)).toMatchObject({ status: 204 })
    await dam.settle()

    expect(await statusOf(mara)).toMatchObject([{ id, status: 'Done', scheme: 'image' }])
    expect(await details(mara, id)).toMatchObject({ name: 'torn.jpg', size: '5000', owner: 'mara@descant.test' })
  })

  test('what has not failed is not taken in twice', async ({ dam }) => {
    const anna = await dam.person('anna', { role: 'admin' })
    const id = await anna.has(note)

    expect(await anna.post(`/web/v1/uploads/${id}/take-in`)).toMatchObject({ status: 400 })
    expect(await anna.post(`/web/v1/uploads/${'0'.repeat(26)}/take-in`)).toMatchObject({ status: 404 })
  })

  test('its bytes stay for seven days and are gone then', async ({ dam }) => {
    const anna = await dam.person('anna', { role: 'admin' })
    const { id } = await anna.upload({ name: 'torn.jpg', bytes: photo.subarray(0, 5000) })

    dam.advance({ days: 6, hours: 23 })
    await dam.settle()
    expect(await objectsIn(dam)).toHaveLength(1)
    dam.advance({ hours: 2 })
    await dam.settle()

    await expect.poll(() => objectsIn(dam)).toEqual([])
    expect(await anna.post(`/web/v1/uploads/${id}/take-in`)).toMatchObject({ status: 404 })
  })

  test('bytes that an asset uses stay', async ({ dam }) => {
    const anna = await dam.person('anna', { role: 'admin' })
    await anna.upload(note, { 'x-amz-meta-album_id': 'NOPE1' })
    const id = await anna.has(note)

    dam.advance({ days: 8 })
    await dam.settle()
    await expect.poll(() => dam.library.read.uploads.failedBefore(Number.MAX_SAFE_INTEGER, 9)).toEqual([])

    const download = await anna.get(`/api_binary/v1/document/${id}`)
    expect(await dam.ask('GET', download.headers.get('location') ?? '')).toMatchObject({
      status: 200,
      bytes: note.bytes,
    })
  })
})

describe('the upload status', () => {
  test('lists the own uploads of the last hours, newest first, and to administrators everyone’s', async ({ dam }) => {
    const [mara, ines, anna] = [
      await dam.person('mara'),
      await dam.person('ines'),
      await dam.person('anna', { role: 'admin' }),
    ]
    await mara.has({ name: 'old.txt', bytes: Buffer.from('old') })
    dam.advance({ hours: 2 })
    await mara.has({ name: 'mine.txt', bytes: Buffer.from('mine') })
    dam.advance({ seconds: 1 })
    await ines.has({ name: 'hers.txt', bytes: Buffer.from('hers') })

    const namesFor = async (person: Person, query = '') => {
      const { body } = await person.get<UploadStatusList>(`/api/v1/upload/status${query}`)
      expect(body.found).toBe(body.results.length)
      return body.results.map(({ name }) => name)
    }
    expect(await namesFor(mara)).toEqual(['mine.txt'])
    expect(await namesFor(mara, '?hours=3')).toEqual(['mine.txt', 'old.txt'])
    expect(await namesFor(anna, '?hours=24')).toEqual(['hers.txt', 'mine.txt', 'old.txt'])
  })

  test('goes back from one to twenty-four hours', async ({ dam }) => {
    const mara = await dam.person('mara')

    for (const hours of ['0', '25', '-1', '1.5', 'x']) {
      expect(await mara.get(`/api/v1/upload/status?hours=${hours}`)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining('hours') },
      })
    }
    expect(await mara.get('/api/v1/upload/status?hours=24')).toMatchObject({ status: 200 })
  })

  test('the same bytes twice are two assets and one object', async ({ dam }) => {
    const mara = await dam.person('mara')

    const ids = [await mara.has(note), await mara.has({ ...note, name: 'copy.txt' })]

    expect(new Set(ids).size).toBe(2)
    expect((await objectsIn(dam)).filter((key) => key.startsWith('originals/'))).toHaveLength(1)
  })
})

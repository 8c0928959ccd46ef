import { readFile } from 'node:fs/promises'
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import type { UploadSetting, UploadStatusList } from '@descant/contract'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { test as base, type Dam, type DamOptions } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { type ThrowawayBucket, throwawayBucket } from '../../../test/harness/throwaway-bucket.ts'
import { takeOverIncoming } from '../../domain/intake/take-over-incoming.job.ts'
import type { IncomingFile, IncomingFiles } from '../../domain/ports/incoming-files.ts'

// s3rver takes forms, but looks at neither their policy nor their signature (sign-form.test.ts does), and leaves
// ${filename} to the sender.

let bucket: ThrowawayBucket
beforeAll(async () => {
  bucket = await throwawayBucket()
})
afterAll(() => bucket.close())

const inBucket = (form = 'v4', workers = '1') =>
  base.extend({
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it what a fixture needs
    damOptions: async ({}, use: (options: DamOptions) => Promise<void>) => {
      await use({ env: { DESCANT_OBJECTS: bucket.address({ form }), DESCANT_WORKERS: workers } })
    },
  })
const test = inBucket()
const photo = await readFile(realMedia.photoSideways)
const never = new AbortController().signal
const note = Buffer.from('the posters are in the cellar\n')

async function settingOf(person: Person, query = ''): Promise<UploadSetting> {
  const { status, body } = await person.get<UploadSetting>(`/api/v1/upload/setting${query}`)
  expect(status).toBe(200)
  return body
}

/** As a browser does it, in the bucket. */
async function send(
  { url, ...given }: UploadSetting,
  name: string,
  bytes: Uint8Array,
  changes: Record<string, string> = {},
): Promise<void> {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...given, ...changes })) {
    form.append(field, String(value).replaceAll(`$\{filename}`, name))
  }
  form.append('file', new Blob([Buffer.from(bytes)]), name)
  const answer = await fetch(url, { method: 'POST', body: form })
  expect([200, 201, 204], await answer.text()).toContain(answer.status)
}

const statusOf = async (person: Person) =>
  (await person.get<UploadStatusList>('/api/v1/upload/status?hours=24')).body.results

const client = () => new S3Client({ endpoint: bucket.endpoint, region: 'us-east-1', forcePathStyle: true })
async function incomingIn({ account }: Dam): Promise<string[]> {
  const { Contents = [] } = await client().send(new ListObjectsV2Command({ Bucket: bucket.bucket }))
  return Contents.map(({ Key = '' }) => Key).filter((key) => key.includes(`/${account.id}/incoming/`))
}
async function taken(dam: Dam, person: Person) {
  await statusOf(person) // looks
  await dam.settle()
  return await statusOf(person)
}

async function filesIn(incoming: IncomingFiles) {
  const files: IncomingFile[] = []
  for await (const file of incoming.list()) files.push(file)
  return files
}

describe('the form of a library in a bucket', () => {
  test('leads to the bucket, with a policy for one folder of the one who asked', async ({ dam }) => {
    const mara = await dam.person('mara')

    const setting = await settingOf(mara, '?refer=abc')

    expect(setting).toMatchObject({
      url: `${bucket.endpoint}/${bucket.bucket}/`,
      acl: 'private',
      AWSAccessKeyId: 'S3RVER',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': expect.stringMatching(/^S3RVER\/\d{8}\/us-east-1\/s3\/aws4_request$/),
      'x-amz-date': expect.stringMatching(/^\d{8}T\d{6}Z$/),
      'x-amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
      'x-amz-meta-tag': '',
      'x-amz-meta-file_name': `$\{filename}`,
      'x-amz-meta-scheme': '',
      'x-amz-meta-id': '',
      'x-amz-meta-album_id': '',
      'x-amz-meta-refer_id': 'abc',
    })
    expect(setting.key).toContain(`/${dam.account.id}/incoming/main/${mara.user.id}/`)
    expect((await settingOf(mara)).key).not.toBe(setting.key)
  })

  test('leads to the server where that is asked for', async ({ dam }) => {
    const setting = await settingOf(await dam.person('mara'), '?form=server')

    expect(setting.url).toBe(`${dam.origin}/direct/upload`)
  })

  test('is for contributors', async ({ dam }) => {
    const carl = await dam.person('carl', { role: 'consumer' })

    expect(await carl.get('/api/v1/upload/setting')).toMatchObject({ status: 403 })
  })
})

describe('what came into the bucket', () => {
  test('is Initial at once and Done in the end, under one id, with all that came beside it', async ({ dam }) => {
    const mara = await dam.person('mara')
    const album = (await mara.post<{ id: string }>('/api/v1/album//Posters')).body.id
    const setting = await settingOf(mara, '?refer=abc')

    await send(setting, 'sideways.jpg', photo, { 'x-amz-meta-tag': 'summer,poster', 'x-amz-meta-album_id': album })
    const [waiting] = await statusOf(mara)
    await dam.settle()
    const [done] = await statusOf(mara)

    expect(waiting).toMatchObject({ id: done?.id, name: 'sideways.jpg' })
    expect(done).toMatchObject({ name: 'sideways.jpg', status: 'Done', scheme: 'image', refer_id: 'abc' })
    const { body } = await mara.get(`/api/v1/image/${done?.id}`)
    expect(body).toMatchObject({
      tag: ['summer', 'poster'],
      owner: 'mara@descant.test',
      size: String(photo.length),
      relatedAlbums: [{ id: album }],
    })
    expect(await incomingIn(dam)).toEqual([])
  })

  test('is found without anybody asking, while forms are open', async ({ dam }) => {
    const mara = await dam.person('mara')
    const setting = await settingOf(mara)
    await dam.settle()

    await send(setting, 'note.txt', note)
    dam.advance({ seconds: 3 })

    await expect
      .poll(async () => (await dam.library.read.uploads.since(0, null, 9)).map(({ state }) => state), {
        timeout: 20_000,
      })
      .toEqual(['Done'])
  })

  test('of one form may be many files, and each other person sees only their own', async ({ dam }) => {
    const [mara, ines, anna] = await Promise.all([
      dam.person('mara'),
      dam.person('ines'),
      dam.person('anna', { role: 'admin' }),
    ])
    const setting = await settingOf(mara)

    await send(setting, 'one.txt', Buffer.from('one'))
    await send(setting, 'two.txt', Buffer.from('two'))

    expect((await statusOf(mara)).map(({ name }) => name).sort()).toEqual(['one.txt', 'two.txt'])
    expect(await statusOf(ines)).toEqual([])
    expect(await statusOf(anna)).toHaveLength(2)
    expect((await taken(dam, mara)).map(({ status }) => status)).toEqual(['Done', 'Done'])
  })

  test('keeps a name that is no ASCII', async ({ dam }) => {
    const mara = await dam.person('mara')

    await send(await settingOf(mara), 'x.txt', note, { 'x-amz-meta-file_name': '=?UTF-8?B?R3LDvMOfZSDnjKsudHh0?=' })

    expect(await taken(dam, mara)).toMatchObject([{ name: 'Grüße 猫.txt', status: 'Done' }])
  })

  test('under the same name again is another upload', async ({ dam }) => {
    const mara = await dam.person('mara')
    const setting = await settingOf(mara)

    await send(setting, 'note.txt', note)
    await taken(dam, mara)
    await send(setting, 'note.txt', Buffer.from('something else'))

    expect((await taken(dam, mara)).map(({ name }) => name)).toEqual(['note.txt', 'note.txt'])
  })

  test('from somebody who may not upload any more is removed, and so is what no form of ours named', async ({
    dam,
  }) => {
    const [mara, anna] = [await dam.person('mara'), await dam.person('anna', { role: 'admin' })]
    const setting = await settingOf(mara)
    await send(setting, 'note.txt', note)
    await send(setting, 'odd.txt', note, { key: setting.key.replace(/incoming\/.*$/, 'incoming/odd.txt') })
    await dam.library.transaction(({ users }) => users.update({ ...mara.user, role: 'consumer' }))

    expect(await taken(dam, anna)).toEqual([])
    expect(await incomingIn(dam)).toEqual([])
  })
})

describe('a process that is killed', () => {
  const test = inBucket('v4', '0')

  test('before the file in the bucket went doubles nothing', async ({ dam }) => {
    const mara = await dam.person('mara')
    const objects = dam.adapters.objectsOf(dam.account.id)
    const { incoming } = objects
    if (!incoming) return expect.fail('nothing comes in here')
    await send(await settingOf(mara), 'note.txt', note)
    const [file] = await filesIn(incoming)
    if (!file) return expect.fail('nothing came in')
    const deps = { ...dam.adapters, library: dam.library, objects, warn: () => undefined }

    const dying = { ...objects, incoming: { ...incoming, delete: () => Promise.reject(new Error('killed')) } }
    await expect(takeOverIncoming.run({ ...deps, objects: dying }, { name: file.name }, never)).rejects.toThrow(
      'killed',
    )
    expect(await incomingIn(dam)).toHaveLength(1)
    await takeOverIncoming.run(deps, { name: file.name }, never)

    expect(await statusOf(mara)).toMatchObject([{ id: file.id, name: 'note.txt', status: 'Queue' }])
    expect(await dam.library.read.jobs.countUnfinished(['take-in-upload'])).toBe(1)
    expect(await incomingIn(dam)).toEqual([])
  })

  test('before the upload was noted loses nothing', async ({ dam }) => {
    const mara = await dam.person('mara')
    const objects = dam.adapters.objectsOf(dam.account.id)
    const { incoming } = objects
    if (!incoming) return expect.fail('nothing comes in here')
    await send(await settingOf(mara), 'note.txt', note)
    const [file] = await filesIn(incoming)
    if (!file) return expect.fail('nothing came in')

    await incoming.keep(file) // and then it died
    await takeOverIncoming.run(
      { ...dam.adapters, library: dam.library, objects, warn: () => undefined },
      { name: file.name },
      never,
    )

    expect(await statusOf(mara)).toMatchObject([{ id: file.id, status: 'Queue' }])
    expect(await incomingIn(dam)).toEqual([])
  })

  test('spares what was put in the place of a file meanwhile', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { incoming } = dam.adapters.objectsOf(dam.account.id)
    if (!incoming) return expect.fail('nothing comes in here')
    const setting = await settingOf(mara)
    await send(setting, 'note.txt', note)
    const [old] = await filesIn(incoming)
    if (!old) return expect.fail('nothing came in')
    await send(setting, 'note.txt', Buffer.from('newer'))

    await expect(incoming.keep(old)).rejects.toThrow('No object')
    await incoming.delete(old)

    expect(await incomingIn(dam)).toHaveLength(1)
    await client().send(new DeleteObjectCommand({ Bucket: bucket.bucket, Key: (await incomingIn(dam))[0] ?? '' }))
    expect(await incoming.find(old.name)).toBeUndefined()
  })
})

describe('with form=server', () => {
  const test = inBucket('server')
  test('every file comes in through the server', async ({ dam }) => {
    const mara = await dam.person('mara')

    expect((await settingOf(mara)).url).toBe(`${dam.origin}/direct/upload`)
    expect(await mara.upload({ name: 'note.txt', bytes: note })).toMatchObject({ status: 'Done' })
  })
})

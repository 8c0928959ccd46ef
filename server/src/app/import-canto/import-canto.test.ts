import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContentDetails, ContentList, Tree, TreeNode } from '@descant/contract'
import { expect, onTestFinished, test } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, startDam } from '../../../test/harness/dam.ts'
import { ask } from '../../../test/harness/http-client.ts'
import type { Person } from '../../../test/harness/person.ts'
import { createCollection } from '../../domain/collection/create-collection.ts'
import { takeInAnyway } from '../../domain/intake/take-in-anyway.ts'
import { createApiKey } from '../../domain/oauth/create-api-key.ts'
import type { CantoReport } from './import-canto.ts'

test('a whole account is the same afterwards, also when the copying is killed again and again', {
  timeout: 240_000,
}, async () => {
  const source = await aDam()
  const { mara, key } = await fill(source.dam)
  const target = await aDam()
  const args = ['import-canto', '--domain', source.dam.origin, '--app-id', key.appId, '--app-secret', key.secret]
  const before = await everythingOf(source.dam, mara)

  for (const lines of [1, 4, 9, 15]) {
    const killed = await descant(args, target.folder, { killAfterLines: lines })
    expect(killed.signal).toBe('SIGKILL')
  }
  const done = await descant([...args, '--json'], target.folder)

  expect(done.report).toMatchObject({ failed: [], found: before.assets.length, folders: 2, albums: 2, customFields: 4 })
  expect(done.code).toBe(0)
  const ada = await target.dam.person('ada', { role: 'admin' })
  expect(await everythingOf(target.dam, ada)).toEqual(before)

  // again: nothing happens, and nothing is asked of assets that are the same
  const again = await descant([...args, '--json'], target.folder)
  expect(again.report).toMatchObject({ imported: 0, updated: 0, alreadyThere: before.assets.length, failed: [] })

  // nor is anything doubled where it is forgotten how far the copying had come
  await rm(join(target.folder, 'imports'), { recursive: true })
  const forgetful = await descant([...args, '--json'], target.folder)
  expect(forgetful.report).toMatchObject({ found: before.assets.length, failed: [] })
  expect(await everythingOf(target.dam, ada)).toEqual(before)

  // and what changes there afterwards is brought here
  const [first] = before.assets
  const [asset] = await findByName(mara, first?.name ?? '')
  await mara.upload({ name: 'newer.txt', bytes: Buffer.from('newer') }, { 'x-amz-meta-id': asset?.id ?? '' })
  await mara.put(`/api/v1/${asset?.scheme}/${asset?.id}/tag/later`)
  const later = await descant([...args, '--json'], target.folder)
  expect(later.report).toMatchObject({ imported: 0, updated: 1, alreadyThere: before.assets.length - 1, failed: [] })
  expect(await everythingOf(target.dam, ada)).toEqual(await everythingOf(source.dam, mara))
})

test('who may not ask for a token is told the way to one, which a code or a refresh token shortens', {
  timeout: 60_000,
}, async () => {
  const source = await aDam()
  const mara = await source.dam.person('mara', { role: 'admin' })
  await mara.has({ name: 'notes.txt', bytes: Buffer.from('notes') })
  const { key, secret } = await createApiKey(source.dam.adapters, {
    ...{ account: source.dam.account, by: mara.user, name: 'Mover', redirectUri: 'https://mover.example/back' },
  })
  const target = await aDam()
  const args = ['import-canto', '--domain', source.dam.origin, '--app-id', key.appId, '--app-secret', secret, '--json']

  const refused = await descant(args, target.folder)
  expect(refused.code).toBe(1)
  expect(refused.error).toContain('/oauth/api/oauth2/authorize?response_type=code&app_id=')

  const { refreshToken } = await consent(source.dam, mara, key.appId, secret)
  const first = await descant([...args, '--refresh-token', refreshToken], target.folder)
  expect(first.report).toMatchObject({ imported: 1, failed: [] })
  // the token was good once: the next run goes on with the one it was exchanged for
  const second = await descant([...args, '--refresh-token', refreshToken], target.folder)
  expect(second.report).toMatchObject({ imported: 0, alreadyThere: 1, failed: [] })
  const third = await descant(args, target.folder)
  expect(third.report).toMatchObject({ alreadyThere: 1 })
})

test('wrong addresses and secrets are told in a sentence, and nothing is made', async () => {
  const target = await aDam()
  const base = ['import-canto', '--app-id', 'a', '--app-secret', 'b', '--json']

  for (const [domain, sentence] of [
    ['ftp://x', 'is no domain'],
    ['http://127.0.0.1:1', 'could not be reached'],
    [target.dam.origin, 'gives no token'],
  ] as const) {
    const { code, error } = await descant([...base, '--domain', domain], target.folder)
    expect({ code, error }).toMatchObject({ code: 1, error: expect.stringContaining(sentence) })
  }
})

async function aDam() {
  const folder = await mkdtemp(join(tmpdir(), 'descant-canto-'))
  const dam = await startDam({ env: { DESCANT_DATA: folder, DESCANT_WORKERS: '2' } })
  onTestFinished(async () => {
    await dam.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { dam, folder }
}

async function fill(dam: Dam) {
  const mara = await dam.person('mara', { role: 'admin' })
  const ines = await dam.person('ines')
  const { key, secret } = await createApiKey(dam.adapters, {
    ...{ account: dam.account, by: mara.user, name: 'Mover', redirectUri: 'https://mover.example/back' },
    clientCredentials: true,
  })
  const deps = { ...dam.adapters, library: dam.library }
  const collection = (kind: 'folder' | 'album', name: string, parentId: never | null = null) =>
    createCollection(deps, { kind, name, parentId, description: `About ${name}`, owner: mara.user.email })
  const press = await collection('folder', 'Press')
  const album = await collection('album', 'Größe 2026', press.id as never)
  await collection('folder', 'Empty')
  const other = await collection('album', 'Other')

  for (const name of ['print', 'C++ | "quoted" 🐅', 'unused']) await mara.post('/api/v1/keyword', { body: { name } })
  for (const field of [
    { name: 'Product', description: 'What it shows', type: 'MULTICHOICE', values: ['Table', 'Chair'] },
    { name: 'Season', type: 'SINGLECHOICE', values: ['Spring', 'Autumn'] },
    { name: 'Until', type: 'DATE' },
    { name: 'Stars', type: 'RATING' },
  ])
    await mara.post('/api/v1/custom/field', { body: field })

  const edit = async (scheme: string, id: string, properties: object[]) => {
    const answer = await mara.put('/api/v1/batch/edit', { body: { contents: [{ id, scheme }], properties } })
    if (answer.status !== 200) throw new Error(`Editing answered ${answer.status}: ${answer.bytes}`)
  }
  const cover = (propertyId: string, propertyValue: string) => ({ propertyId, propertyValue, action: 'cover' })

  const photo = await ines.has(
    { name: 'photo.jpg', bytes: await readFile(realMedia.jpegWithKeywords) },
    { 'x-amz-meta-album_id': album.id },
  )
  await edit('image', photo, [
    cover('description', 'A photo\nof two lines'),
    cover('author', 'Ines'),
    cover('copyright', '© Ines'),
    cover('termsAndConditions', 'Ask first'),
    cover('Product', 'Chair,Table'),
    cover('Season', 'Autumn'),
    cover('Until', '2030-02-28'),
    cover('Stars', '4'),
  ])
  await mara.put(`/api/v1/image/${photo}/keyword/${encodeURIComponent('C++ | "quoted" 🐅')}`)
  for (const tag of ['z first', 'A second']) await mara.put(`/api/v1/image/${photo}/tag/${encodeURIComponent(tag)}`)
  await mara.post('/api/v1/batch/album', { body: { albumPath: other.id, contents: [{ id: photo, scheme: 'image' }] } })

  // several versions, of several kinds, by several people
  const poster = await ines.has({ name: 'poster.txt', bytes: Buffer.from('first') })
  await mara.upload({ name: 'poster 2.txt', bytes: Buffer.from('second') }, { 'x-amz-meta-id': poster })
  await mara.upload({ name: 'poster.jpg', bytes: await readFile(realMedia.photoSideways) }, { 'x-amz-meta-id': poster })
  await mara.put(`/api/v1/image/${poster}/rename`, { body: { name: 'Our poster.jpg' } })

  const pending = await ines.has({ name: 'pending.txt', bytes: Buffer.from('same bytes') })
  await edit('document', pending, [cover('approvalStatus', 'Pending')])
  const expired = await ines.has({ name: 'expired.txt', bytes: Buffer.from('same bytes') })
  await edit('document', expired, [cover('approvalStatus', 'Restricted'), cover('expirationDate', '2024-02-29')])

  // taken in although it is no picture
  const fake = await mara.upload({ name: 'fake.jpg', bytes: Buffer.from('<html>no picture</html>') })
  await takeInAnyway(deps, fake.id as never)
  await dam.settle()
  for (let at = 0; at < 6; at += 1) await ines.has({ name: `note ${at}.txt`, bytes: Buffer.from(`note ${at}`) })
  return { mara, key: { appId: key.appId, secret } }
}

const findByName = async (person: Person, name: string) =>
  (await person.get<ContentList>('/api/v1/search?limit=1000')).body.results.filter((asset) => asset.name === name)

/** All that one can ask, without what names the place it is at. */
async function everythingOf(dam: Dam, person: Person) {
  await dam.settle()
  const { results } = (await person.get<ContentList>('/api/v1/search?limit=1000&sortBy=name&sortDirection=ascending'))
    .body
  const assets = []
  for (const { scheme, id } of results) {
    const { body } = await person.get<ContentDetails>(`/api/v1/${scheme}/${id}`)
    const form = await person.post<Record<string, unknown>>('/api/v1/batch/edit', { body: [{ id, scheme }] })
    const { availableKeywords, ...said } = form.body
    const versions = []
    for (const { uri, no, time, ownerName, comment } of body.versionHistory) {
      const { pathname } = new URL(uri.download)
      const to = (await person.get(pathname)).headers.get('location') ?? ''
      const { bytes, headers } = await ask('GET', to)
      const md5 = createHash('md5').update(bytes).digest('hex')
      versions.push({ no, time, ownerName, comment, md5, name: headers.get('content-disposition') })
    }
    const { name, size, owner, ownerName, description, created, time, approvalStatus, keyword, tag, md5 } = body
    const rest = { width: body.width, additional: body.additional, default: body.default, expires: body.expirationDate }
    const albums = body.relatedAlbums.map(({ namePath }) => namePath).sort()
    assets.push({
      name,
      scheme,
      size,
      owner,
      ownerName,
      description,
      created,
      time,
      approvalStatus,
      keyword,
      tag,
      md5,
      ...rest,
      albums,
      versions,
      said,
    })
  }
  const fields = (await person.get<{ id: string }[]>('/api/v1/custom/field')).body
  const vocabulary = (await person.post<{ availableKeywords: string[] }>('/api/v1/batch/edit', { body: [results[0]] }))
    .body.availableKeywords
  return {
    tree: placesIn((await person.get<Tree>('/api/v1/tree?sortBy=name&sortDirection=ascending')).body.results),
    assets,
    fields,
    vocabulary: vocabulary.sort(),
  }
}

const placesIn = (nodes: readonly TreeNode[]): unknown[] =>
  nodes.map(({ scheme, name, description, size, owner, children }) => {
    return { scheme, name, description, size, owner, ...(children ? { children: placesIn(children) } : {}) }
  })

/** The consent that a person gives in a browser, put straight into the database; then an exchange over HTTP. */
async function consent(dam: Dam, person: Person, appId: string, secret: string): Promise<{ refreshToken: string }> {
  const { ids, clock, secrets, control } = dam.adapters
  const code = ids.newHex(16)
  await control.transaction(({ grants }) =>
    grants.insertCode({
      digest: secrets.digest(code),
      familyId: ids.newId(),
      appId: appId as never,
      accountId: dam.account.id,
      userId: person.user.id,
      credentialsVersion: person.user.credentialsVersion,
      portalId: null,
      roleCap: null,
      redirectUri: 'https://mover.example/back',
      codeChallenge: null,
      codeChallengeMethod: null,
      expiresAt: clock.now() + 60_000,
      usedAt: null,
    }),
  )
  const body = new URLSearchParams({ app_id: appId, app_secret: secret, grant_type: 'authorization_code', code })
  const answer = await ask<{ refreshToken: string }>('POST', `${dam.origin}/oauth/api/oauth2/token`, { body })
  return answer.body
}

/** The command line in a process of its own; killed once it has noted so many steps. */
async function descant(args: string[], folder: string, { killAfterLines = Number.POSITIVE_INFINITY } = {}) {
  const entry = new URL('../../main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, DESCANT_DATA: folder, DESCANT_WORKERS: '2' },
  })
  const output = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    output.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.err += chunk
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  )
  while (child.exitCode === null && child.signalCode === null && Number.isFinite(killAfterLines)) {
    if ((await steps(folder)) >= killAfterLines) child.kill('SIGKILL')
    await new Promise((resolve) => setImmediate(resolve))
  }
  const outcome = await ended
  const answer = output.out.trim().startsWith('{') ? JSON.parse(output.out) : undefined
  return {
    ...outcome,
    err: output.err,
    report: answer as CantoReport | undefined,
    error: answer?.error as string | undefined,
  }
}

async function steps(folder: string): Promise<number> {
  const files = (await readdir(join(folder, 'imports'), { recursive: true }).catch(() => [])).filter((name) =>
    name.endsWith('.jsonl'),
  )
  const texts = await Promise.all(files.map((name) => readFile(join(folder, 'imports', name), 'utf8')))
  return texts.join('\n').split('\n').filter(Boolean).length
}

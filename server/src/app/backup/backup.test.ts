import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContentDetails, ContentList } from '@descant/contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, startDam } from '../../../test/harness/dam.ts'
import { availableDatabases } from '../../../test/harness/databases.ts'
import { ask } from '../../../test/harness/http-client.ts'
import type { Person } from '../../../test/harness/person.ts'
import { serverOn } from '../../../test/harness/server-on-data.ts'
import { createCollection } from '../../domain/collection/create-collection.ts'
import { createApiKey } from '../../domain/oauth/create-api-key.ts'
import { originalKey } from '../../domain/ports/object-store.ts'
import { loadConfig } from '../config.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

type Env = Record<string, string>
type Place = { folder: string; env: Env }

const databases = availableDatabases()

for (const from of databases) {
  for (const to of databases) {
    const title = `A library on ${from.name} restored on ${to.name}`
    describe.skipIf(from.missing || to.missing)(title, () => {
      test('answers the same, gives the same bytes, and its tokens go on working', async () => {
        const place = await aPlace()
        const [source, target] = [await from.create(), await to.create()]
        const [old, fresh] = [await place('old', envOf(source.options)), await place('new', envOf(target.options))]
        const dam = await startDam({ env: old.env })
        try {
          const mara = await fill(dam)
          const before = await everythingOf(dam.origin, mara)
          const file = join(old.folder, 'backup.tar')

          // somebody goes on working meanwhile
          const [report] = await Promise.all([
            backUp(loadConfig(old.env), { file }),
            mara.has({ name: 'late.txt', bytes: Buffer.from('late') }),
          ])
          const restored = await restore(loadConfig(fresh.env), { file })

          expect(report).toMatchObject({ accounts: 1, missing: [], damaged: [] })
          expect(restored).toMatchObject({ originals: report.originals, renditions: report.renditions, leftOut: [] })
          const server = await serverOn(fresh.env)
          try {
            await dam.settle()
            const ids = (await listOf(server.origin, mara)).results.map(({ name }) => name)
            const after = await everythingOf(server.origin, mara)
            if (ids.includes('late.txt')) expect(after.originals).toMatchObject(before.originals)
            else expect(after).toEqual(before)
          } finally {
            await server.close()
          }
        } finally {
          await dam.close()
          await source.close()
          await target.close()
        }
      })
    })
  }
}

test('the same library answers the very same, stopped and restored', async () => {
  const place = await aPlace()
  const [old, fresh] = [await place('old'), await place('new')]
  const { mara, before, file } = await backedUp(old)

  await restore(loadConfig(fresh.env), { file })

  const server = await serverOn(fresh.env)
  expect(await everythingOf(server.origin, mara)).toEqual(before)
  await server.close()
  expect((await readdir(fresh.env.DESCANT_DATA ?? '')).sort()).not.toContain('restore.unfinished')
  expect((await stat(join(fresh.env.DESCANT_DATA ?? '', 'secret.key'))).mode & 0o077).toBe(0)
})

test('a backup is not readable by others, leaves nothing beside it, and replaces no other file', async () => {
  const place = await aPlace()
  const old = await place('old')
  const { file } = await backedUp(old)

  expect((await stat(file)).mode & 0o077).toBe(0)
  expect((await readdir(old.folder)).sort()).toEqual(['backup.tar', 'old'])
  await expect(backUp(loadConfig(old.env), { file })).rejects.toThrow('is there already')
})

test('nothing is backed up where there is no library', async () => {
  const place = await aPlace()
  const { env, folder } = await place('empty')
  await expect(backUp(loadConfig(env), { file: join(folder, 'backup.tar') })).rejects.toThrow('nothing to back up')
  expect(await readdir(folder)).toEqual(['empty'])
})

test('an original that is not there, or is not what it was, is told', async () => {
  const place = await aPlace()
  const [old, fresh] = [await place('old'), await place('new')]
  const { mara, contents } = await backedUp(old)
  const [lost, torn] = ['poster', 'notes'].map((name) =>
    originalKey(
      createHash('sha256')
        .update(contents[name] ?? '')
        .digest('hex'),
    ),
  )
  const pathOf = (key = '') => {
    const [kind, hash = ''] = key.split('/')
    return join(
      old.env.DESCANT_DATA ?? '',
      'objects',
      mara.account,
      kind ?? '',
      hash.slice(0, 2),
      hash.slice(2, 4),
      hash,
    )
  }
  await rm(pathOf(lost))
  await writeFile(pathOf(torn), 'tampered')
  const file = join(old.folder, 'second.tar')

  const report = await backUp(loadConfig(old.env), { file })
  const restored = await restore(loadConfig(fresh.env), { file })

  expect(report.missing).toEqual([`objects/${mara.account}/${lost}`])
  expect(report.damaged).toEqual([`objects/${mara.account}/${torn}`])
  expect(restored.leftOut).toEqual(report.damaged)
})

describe('Nothing is restored', () => {
  test('where anything is already', async () => {
    const place = await aPlace()
    const old = await place('old')
    const { file, mara, before } = await backedUp(old)

    await expect(restore(loadConfig(old.env), { file })).rejects.toThrow('is not empty')

    const server = await serverOn(old.env)
    expect(await everythingOf(server.origin, mara)).toEqual(before)
    await server.close()
  })

  test('of a file that is cut off, changed, or something else; and nothing is left of it', async () => {
    const place = await aPlace()
    const [old, fresh] = [await place('old'), await place('new')]
    const { file } = await backedUp(old)
    const { size } = await stat(file)

    for (const [how, sentence] of [
      [(path: string) => truncate(path, Math.floor(size / 2)), /ends before its end|is not whole/],
      [
        (path: string) => truncate(path, size - 1024 - 512 * Math.ceil(size / 1024 / 512)),
        /ends before its end|is not whole|damaged/,
      ],
      [(path: string) => changeByte(path, Math.floor(size * 0.6)), /is damaged|ends before/],
      [(path: string) => writeFile(path, 'hello'), /is not a backup/],
      [(path: string) => writeFile(path, ''), /is not a backup/],
    ] as const) {
      const copy = join(old.folder, 'copy.tar')
      await writeFile(copy, await readFile(file))
      await how(copy)
      await expect(restore(loadConfig(fresh.env), { file: copy })).rejects.toThrow(sentence)
      expect(await readdir(fresh.env.DESCANT_DATA ?? '')).toEqual([])
    }
    await restore(loadConfig(fresh.env), { file })
  })

  test('under another key than the one that sealed its secrets', async () => {
    const place = await aPlace()
    const key = 'a key of more than thirty-two characters'
    const [old, fresh] = [await place('old', { DESCANT_SECRET_KEY: key }), await place('new')]
    const { file, mara, before } = await backedUp(old)

    await expect(restore(loadConfig(fresh.env), { file })).rejects.toThrow('set it to the same key')
    const other = { ...fresh.env, DESCANT_SECRET_KEY: `${key}!` }
    await expect(restore(loadConfig(other), { file })).rejects.toThrow('not the key')
    expect((await readFile(file)).includes(key)).toBe(false)

    const same = { ...fresh.env, DESCANT_SECRET_KEY: key }
    await restore(loadConfig(same), { file })
    const server = await serverOn(same)
    expect(await everythingOf(server.origin, mara)).toEqual(before)
    await server.close()
  })
})

test('a restore that is killed opens for nobody, and the same again begins anew', { timeout: 120_000 }, async () => {
  const place = await aPlace()
  const [old, fresh] = [await place('old'), await place('new')]
  const { file, mara, before } = await backedUp(old, { bulk: 30_000_000 })

  const child = descant(['restore', file], fresh.env)
  const mark = join(fresh.env.DESCANT_DATA ?? '', 'restore.unfinished', 'seen.jsonl')
  while (!existsSync(mark) && child.running()) await new Promise((resolve) => setImmediate(resolve))
  child.kill('SIGKILL')
  const killed = await child.ended

  expect(killed.signal).toBe('SIGKILL')
  await expect(serverOn(fresh.env)).rejects.toThrow('was interrupted')
  await restore(loadConfig(fresh.env), { file })
  const server = await serverOn(fresh.env)
  expect(await everythingOf(server.origin, mara)).toEqual(before)
  await server.close()
})

test('a backup that is killed leaves no file of its name, and the next one does not mind', {
  timeout: 120_000,
}, async () => {
  const place = await aPlace()
  const old = await place('old')
  await backedUp(old, { bulk: 30_000_000 })
  const file = join(old.folder, 'second.tar')

  const child = descant(['backup', file], old.env)
  while (!existsSync(`${file}.part`) && child.running()) await new Promise((resolve) => setImmediate(resolve))
  child.kill('SIGKILL')
  const killed = await child.ended

  expect(killed.signal).toBe('SIGKILL')
  expect(existsSync(file)).toBe(false)

  const again = await descant(['backup', file, '--json'], old.env).ended
  expect(again.code).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ file, accounts: 1, missing: [], damaged: [] })
})

/** `place(name)`: an empty data folder of that name, with what else the environment should say. */
async function aPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'descant-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return async (name: string, env: Env = {}): Promise<Place> => {
    await mkdir(join(folder, name))
    return { folder, env: { DESCANT_DATA: join(folder, name), ...env } }
  }
}

const envOf = (options: { dataFolder: string } | { url: string }): Env =>
  'url' in options ? { DESCANT_DATABASE_URL: options.url } : {}

type Somebody = Pick<Person, 'token'> & { account: string }

/** A little of everything, by people; then everything it answers, and its backup. The server is stopped. */
async function backedUp(place: Place, { bulk = 0 } = {}) {
  const dam = await startDam({ env: place.env })
  const mara = await fill(dam)
  if (bulk > 0) await mara.has({ name: 'bulk.bin', bytes: randomBytes(bulk) })
  const before = await everythingOf(dam.origin, mara)
  const file = join(place.folder, 'backup.tar')
  await backUp(loadConfig(place.env), { file })
  await dam.close()
  const somebody: Somebody = { token: mara.token, account: dam.account.id }
  return { file, mara: somebody, before, contents }
}

const contents: Record<string, string> = { notes: 'A tiger in the forest', poster: 'Come and see' }

async function fill(dam: Dam): Promise<Person> {
  const mara = await dam.person('mara', { role: 'admin' })
  const deps = { ...dam.adapters, library: dam.library }
  const by = { description: '', owner: mara.user.email }
  const folder = await createCollection(deps, { kind: 'folder', parentId: null, name: 'Press', ...by })
  const album = await createCollection(deps, { kind: 'album', parentId: folder.id, name: '2026', ...by })
  await createApiKey(dam.adapters, {
    account: dam.account,
    by: mara.user,
    name: 'Shop',
    redirectUri: 'https://a.example',
  })
  await mara.post('/api/v1/keyword', { body: { name: 'print' } })
  const into = { 'x-amz-meta-album_id': album.id, 'x-amz-meta-tag': 'a,b' }
  await mara.has({ name: 'photo.jpg', bytes: await readFile(realMedia.photoSideways) }, into)
  await mara.has({ name: 'notes.txt', bytes: Buffer.from(contents.notes ?? '') }, into)
  const poster = await mara.has({ name: 'poster.txt', bytes: Buffer.from('first') })
  await mara.upload({ name: 'poster.txt', bytes: Buffer.from(contents.poster ?? '') }, { 'x-amz-meta-id': poster })
  await mara.put(`/api/v1/document/${poster}/keyword/print`)
  return mara
}

const listOf = async (origin: string, { token }: Pick<Person, 'token'>): Promise<ContentList> =>
  (await ask<ContentList>('GET', `${origin}/api/v1/search?sortBy=name&sortDirection=ascending`, asToken(token))).body

/** What a client can ask, with addresses and signatures made comparable. */
async function everythingOf(origin: string, { token }: Pick<Person, 'token'>) {
  const get = async (path: string) => {
    const answer = await ask('GET', new URL(path, origin).href, asToken(token))
    return { status: answer.status, body: comparable(answer.body, origin) }
  }
  const list = await listOf(origin, { token })
  const details = []
  const originals: Record<string, string> = {}
  for (const { scheme, id, name, url } of list.results) {
    details.push(await get(`/api/v1/${scheme}/${id}`))
    const versions = (await ask<ContentDetails>('GET', `${origin}/api/v1/${scheme}/${id}`, asToken(token))).body
      .versionHistory
    for (const address of [url.directUrlOriginal, url.directUrlPreview]) {
      originals[`${name} ${address === url.directUrlOriginal}`] = await hashOf(address ?? '', token)
    }
    for (const { uri, no } of versions) originals[`${name} ${no}`] = await hashOf(uri.download, token)
  }
  const paths = ['/api/v1/user', '/api/v1/tree', '/api/v1/search', '/web/v1/api-keys', '/api/v1/changes']
  return { lists: await Promise.all(paths.map(get)), details, originals }
}

const asToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

async function hashOf(address: string, token: string): Promise<string> {
  const first = await ask('GET', address, asToken(token))
  const answer = first.status === 302 ? await ask('GET', first.headers.get('location') ?? '') : first
  return `${answer.status} ${createHash('sha256').update(answer.bytes).digest('hex')}`
}

const comparable = (body: unknown, origin: string): unknown =>
  JSON.parse(
    JSON.stringify(body, (key, value) =>
      key.startsWith('directUrl') || key === 'cursor' ? undefined : value,
    ).replaceAll(origin, ''),
  )

async function changeByte(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+')
  const byte = Buffer.alloc(1)
  await file.read(byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 0xff
  await file.write(byte, 0, 1, at)
  await file.close()
}

/** The command line, in a process of its own. */
function descant(args: string[], env: Env) {
  const entry = new URL('../../main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, ...env },
  })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  const ended = new Promise<{ code: number | null; signal: string | null; out: string }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, out })),
  )
  return { ended, running: () => child.exitCode === null, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}

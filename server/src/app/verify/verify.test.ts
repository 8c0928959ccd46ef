import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Readable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, startDam } from '../../../test/harness/dam.ts'
import { availableDatabases } from '../../../test/harness/databases.ts'
import { objectPath } from '../../adapters/object-store/object-path.ts'
import { createCollection } from '../../domain/collection/create-collection.ts'
import { type ObjectKey, originalKey, renditionKey } from '../../domain/ports/object-store.ts'
import { loadConfig } from '../config.ts'
import { verify } from './verify.ts'

for (const database of availableDatabases()) {
  describe.skipIf(database.missing)(`On ${database.name}`, () => {
    test('a library in use is sound', async () => {
      const own = await database.create()
      onTestFinished(() => own.close())
      const { dam, look } = await aLibrary('url' in own.options ? { DESCANT_DATABASE_URL: own.options.url } : {})
      await dam.addAccount('other.example')

      const { healthy, accounts } = await look()

      expect({ healthy, accounts }).toMatchObject({
        healthy: true,
        accounts: [
          { host: 'localhost', originals: 3, findings: [] },
          { host: 'other.example', originals: 0, findings: [] },
        ],
      })
    })
  })
}

test('an original that is gone, or not what it was, is found; only sizes when it should be quick', async () => {
  const { dam, look, pathOf } = await aLibrary()
  const [lost, changed, shorter] = ['first', 'second', 'photo'].map((name) => keyOf(bytesOf[name] ?? Buffer.alloc(0)))
  await rm(pathOf(lost))
  await writeFile(pathOf(changed), 'SECOND')
  await writeFile(pathOf(shorter), 'x')

  const thorough = await look()
  const quick = await look({ quick: true })

  const account = dam.account.id
  expect(thorough.healthy).toBe(false)
  expect(kindsOf(thorough)).toEqual(
    [
      ['damaged', changed],
      ['damaged', shorter],
      ['missing', `objects/${account}/${lost}`],
    ].sort(),
  )
  expect(quick.healthy).toBe(false)
  expect(kindsOf(quick)).toEqual([
    ['damaged', shorter],
    ['missing', `objects/${account}/${lost}`],
  ])
})

test('bytes that nothing names and work that was given up are told, and are no fault', async () => {
  const { dam, look } = await aLibrary()
  const objects = dam.adapters.objectsOf(dam.account.id)
  const { key, sha256 } = await objects.writeOriginal(Readable.from([Buffer.from('left behind')]))
  const drawn = renditionKey(sha256, 'preview-240.jpg')
  await objects.write(drawn, Buffer.from('a picture'))
  await dam.library.transaction(async ({ jobs }) => {
    await jobs.enqueue({ name: 'take-in-upload', payload: { uploadId: 'nobody' }, runAt: Number.MAX_SAFE_INTEGER })
    const job = await jobs.lease(Number.MAX_SAFE_INTEGER, 0)
    await jobs.fail(job?.id ?? '', 'It would not', null)
  })

  const report = await look()

  const account = dam.account.id
  expect(report.healthy).toBe(true)
  expect(kindsOf(report)).toEqual([
    ['failed-job', 'take-in-upload {"uploadId":"nobody"}'],
    ['orphan', `objects/${account}/${key}`],
    ['orphan', `objects/${account}/${drawn}`],
  ])
})

test('a count that is not what it counts is found, and so is a row that refers to nothing', async () => {
  const { dam, look, env } = await aLibrary()
  const file = new DatabaseSync(join(env.DESCANT_DATA, 'accounts', dam.account.id, 'library.sqlite'))
  file.exec(
    "pragma foreign_keys = off; update keyword set assets = 7; delete from \"user\"; insert into asset_tag values ('gone', 'a', 'a', 1)",
  )
  file.close()

  const report = await look()

  expect(report.healthy).toBe(false)
  expect(report.accounts[0]?.findings).toMatchObject([
    { kind: 'database', detail: expect.stringContaining('asset_tag refers to asset') },
    { kind: 'count', subject: 'assets with the keyword print', detail: 'counted 7, and it is 1' },
  ])
})

test('an asset that notes other tags than it has is found, and has them right afterwards', async () => {
  const { dam, look, env } = await aLibrary()
  const [id] = await dam.library.read.assets.idsAfter(null, 1)
  const file = new DatabaseSync(join(env.DESCANT_DATA, 'accounts', dam.account.id, 'library.sqlite'))
  const wrong = JSON.stringify({ tags: ['never'], keywords: [], albumIds: [], customValues: {} })
  file.prepare('update asset set attached = ? where id = ?').run(wrong, id ?? '')
  file.close()

  const [first, second] = [await look(), await look()]

  expect(first.accounts[0]?.findings).toMatchObject([
    { kind: 'contradiction', detail: expect.stringContaining(`1 had other tags`) },
  ])
  expect(first.accounts[0]?.findings[0]?.detail).toContain(id)
  expect(second.accounts[0]?.findings).toEqual([])
  expect((await dam.library.read.assets.findMany(id ? [id] : []))[0]?.tags).not.toContain('never')
})

const bytesOf: Record<string, Buffer> = {
  first: Buffer.from('first'),
  second: Buffer.from('second'),
  photo: await readFile(realMedia.photoSideways),
}

const keyOf = (bytes: Buffer): ObjectKey => originalKey(createHash('sha256').update(bytes).digest('hex'))

async function aLibrary(more: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'descant-verify-'))
  const env = { DESCANT_DATA: folder, ...more }
  const dam = await startDam({ env })
  onTestFinished(async () => {
    await dam.close()
    await rm(folder, { recursive: true, force: true })
  })
  await fill(dam)
  return {
    dam,
    env,
    pathOf: (key = '' as ObjectKey) => objectPath(join(folder, 'objects', dam.account.id), key),
    look: async ({ quick = false } = {}) => {
      const accounts = await dam.adapters.control.read.accounts.all()
      return await verify(loadConfig(env), dam.adapters, {
        accounts: accounts.sort((a, b) => (a.host < b.host ? -1 : 1)),
        quick,
      })
    },
  }
}

/** An asset of two versions and a picture, with a keyword and an album. */
async function fill(dam: Dam): Promise<void> {
  const mara = await dam.person('mara', { role: 'admin' })
  const album = await createCollection(
    { ...dam.adapters, library: dam.library },
    { kind: 'album', parentId: null, name: 'Press', description: '', owner: mara.user.email },
  )
  await mara.post('/api/v1/keyword', { body: { name: 'print' } })
  const file = (name: string) => ({ name, bytes: bytesOf[name.split('.')[0] ?? ''] ?? Buffer.alloc(0) })
  const id = await mara.has(file('first.txt'), { 'x-amz-meta-album_id': album.id })
  await mara.upload(file('second.txt'), { 'x-amz-meta-id': id })
  await mara.put(`/api/v1/document/${id}/keyword/print`)
  await mara.has(file('photo.jpg'))
}

const kindsOf = ({ accounts }: Awaited<ReturnType<typeof verify>>) =>
  accounts.flatMap(({ findings }) => findings.map(({ kind, subject }) => [kind, subject])).sort()

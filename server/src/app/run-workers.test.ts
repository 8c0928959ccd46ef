import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { realMedia } from '../../test/fixtures/real-media.ts'
import { hasTool } from '../../test/harness/has-tool.ts'
import { type MovableClock, movableClock } from '../../test/harness/movable-clock.ts'
import type { Account, AccountId } from '../domain/account/account.ts'
import type { AssetId } from '../domain/asset/asset.ts'
import { receiveUpload } from '../domain/intake/receive-upload.ts'
import type { Library } from '../domain/ports/library.ts'
import type { User, UserId } from '../domain/user/user.ts'
import { type Adapters, chooseAdapters } from './choose-adapters.ts'
import { loadConfig } from './config.ts'
import { runWorkers } from './run-workers.ts'
import { pauseAfter } from './workers/run-job.ts'

type Installation = { folder: string; clock: MovableClock; adapters: Adapters; library: Library; account: Account }

async function open(folder: string): Promise<Installation> {
  const clock = movableClock()
  const adapters = await chooseAdapters(loadConfig({ DESCANT_DATA: folder }), clock)
  const [known] = await adapters.control.read.accounts.all()
  const account = known ?? (await addAccount(adapters, 'localhost'))
  return { folder, clock, adapters, account, library: await adapters.libraries.of(account) }
}

async function addAccount({ control, ids, clock }: Adapters, host: string): Promise<Account> {
  const account: Account = { id: ids.newId<AccountId>(), host, name: host, publicUrl: null, createdAt: clock.now() }
  await control.transaction(({ accounts }) => accounts.insert(account))
  return account
}

const mara = { email: 'mara@descant.test', firstName: 'Mara', lastName: 'Tester', id: 'mara' as UserId } as User

/** As a form post leaves it: bytes, a row, a job. */
async function send(
  { adapters, account }: Pick<Installation, 'adapters' | 'account'>,
  bytes: Uint8Array,
  fileName: string,
) {
  const objects = adapters.objectsOf(account.id)
  const library = await adapters.libraries.of(account)
  const stored = await objects.writeOriginal(Readable.from([bytes], { objectMode: false }))
  const { id } = await receiveUpload(
    { ...adapters, library, objects },
    { by: mara, stored, fileName, tags: [], albumId: null, versionOf: null, given: {} },
  )
  return { id, key: stored.key }
}

const within = test.extend<{ dam: Installation }>({
  // biome-ignore lint/correctness/noEmptyPattern: the first argument must be a pattern, and this needs none
  dam: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'workers-'))
    const dam = await open(folder)
    await use(dam)
    await dam.adapters.close()
    await rm(folder, { recursive: true, force: true })
  },
})

const photo = await readFile(realMedia.photoSideways)

/** Some seconds of work for whoever makes it lighter. */
async function longFilm(folder: string): Promise<Buffer> {
  const path = join(folder, 'long.avi')
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=30:duration=30']
  await promisify(execFile)('ffmpeg', ['-v', 'error', ...source, '-c:v', 'mjpeg', '-q:v', '12', path])
  return await readFile(path)
}

const stateOf = async ({ library }: Installation, id: AssetId) => (await library.read.uploads.find(id))?.state

within('work that waits is done as soon as there are workers, and new work as soon as it comes', async ({ dam }) => {
  const early = await send(dam, photo, 'early.jpg')
  const workers = runWorkers({ ...dam.adapters, concurrency: 2, pollMs: 3_600_000 })
  await workers.idle()
  expect(await stateOf(dam, early.id)).toBe('Done')

  const late = await send(dam, photo, 'late.jpg')
  await expect.poll(() => stateOf(dam, late.id), { timeout: 10_000 }).toBe('Done')

  await workers.close()
})

within('an account that is added later has its work done too', async ({ dam }) => {
  const workers = runWorkers({ ...dam.adapters, concurrency: 1 })
  await workers.idle()
  const account = await addAccount(dam.adapters, 'other.test')
  const { id } = await send({ ...dam, account }, photo, 'hers.jpg')

  await workers.idle()

  const library = await dam.adapters.libraries.of(account)
  expect(await library.read.uploads.find(id)).toMatchObject({ state: 'Done' })
  expect(await dam.library.read.assets.findMany([id])).toEqual([])
  await workers.close()
})

within('what fails is tried again with longer and longer pauses, and in the end says so', async ({ dam }) => {
  const { id, key } = await send(dam, photo, 'lost.jpg')
  await dam.adapters.objectsOf(dam.account.id).delete(key) // as if a disk had lost it
  const workers = runWorkers({ ...dam.adapters, concurrency: 1, pollMs: 3_600_000 })

  for (let failures = 1; failures < 5; failures++) {
    await workers.idle()
    expect(await stateOf(dam, id)).toBe('Processing')
    dam.clock.advance({ seconds: pauseAfter(failures) / 1000 - 0.9 })
    await workers.idle()
    expect(await stateOf(dam, id)).toBe('Processing')
    dam.clock.advance({ seconds: 1 })
  }
  await workers.idle()

  const upload = await dam.library.read.uploads.find(id)
  expect(upload).toMatchObject({ state: 'Error', message: expect.stringContaining('several times') })
  expect(await dam.library.read.jobs.countUnfinished()).toBe(0)
  await workers.close()
})

within('what comes back in time is done at the next try', async ({ dam }) => {
  const { id, key } = await send(dam, photo, 'back.jpg')
  const objects = dam.adapters.objectsOf(dam.account.id)
  await objects.delete(key)
  const workers = runWorkers({ ...dam.adapters, concurrency: 1 })
  await workers.idle()
  await objects.writeOriginal(Readable.from([photo], { objectMode: false }))

  dam.clock.advance({ seconds: 2 })
  await workers.idle()

  expect(await stateOf(dam, id)).toBe('Done')
  await workers.close()
})

within.skipIf(!hasTool('ffmpeg'))('a film’s job tells how far it is while it runs (needs ffmpeg)', async ({ dam }) => {
  const { id } = await send(dam, await longFilm(dam.folder), 'long.avi')
  const workers = runWorkers({ ...dam.adapters, concurrency: 1, leaseMs: 300 })
  const done = async () => {
    const [asset] = await dam.library.read.assets.findMany([id])
    const payload = { assetId: id, versionId: asset?.current.id ?? '' }
    return await dam.library.read.jobs.progressOf({ name: 'make-playable', payload })
  }

  await expect.poll(done, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0)
  expect(await done()).toBeLessThan(1)

  await workers.close()
})

within('a job whose workers died again and again is given up', async ({ dam }) => {
  const { id } = await send(dam, photo, 'deadly.jpg')
  for (let death = 1; death <= 25; death++) {
    await dam.library.transaction(({ jobs }) => jobs.lease(dam.adapters.clock.now(), 1000))
    dam.clock.advance({ seconds: 2 })
  }

  const workers = runWorkers({ ...dam.adapters, concurrency: 1 })
  await workers.idle()

  expect(await stateOf(dam, id)).toBe('Error')
  await workers.close()
})

within('a job that another worker has is left alone until its lease ends', async ({ dam }) => {
  const { id } = await send(dam, photo, 'leased.jpg')
  await dam.library.transaction(({ jobs }) => jobs.lease(dam.adapters.clock.now(), 60_000))
  const workers = runWorkers({ ...dam.adapters, concurrency: 1 })

  await workers.idle()
  expect(await stateOf(dam, id)).toBe('Queue')
  dam.clock.advance({ seconds: 61 })
  await workers.idle()

  expect(await stateOf(dam, id)).toBe('Done')
  await workers.close()
})

within('two sets of workers on the same library do everything once', async ({ dam }) => {
  const sent: { id: AssetId }[] = []
  for (let count = 0; count < 12; count++) sent.push(await send(dam, Buffer.from(`Note ${count}`), `note ${count}.txt`))
  const both = [1, 2].map(() => runWorkers({ ...dam.adapters, concurrency: 2 }))

  await expect.poll(() => dam.library.read.jobs.countUnfinished(), { timeout: 30_000 }).toBe(0)

  const added = (await dam.library.read.changes.after(0, 99)).map(({ event, id }) => `${event} ${id}`)
  expect(added.sort()).toEqual(sent.map(({ id }) => `asset.added ${id}`).sort())
  for (const workers of both) await workers.close()
})

within('closing finishes what runs, and takes nothing more', async ({ dam }) => {
  const sent: { id: AssetId }[] = []
  for (let count = 0; count < 5; count++) sent.push(await send(dam, photo, `${count}.jpg`))
  const workers = runWorkers({ ...dam.adapters, concurrency: 1 })
  await expect.poll(async () => Promise.all(sent.map(({ id }) => stateOf(dam, id)))).toContain('Processing')

  await workers.close()

  const states = await Promise.all(sent.map(({ id }) => stateOf(dam, id)))
  expect(states).not.toContain('Processing')
  expect(states).toContain('Queue')
})

within('closing does not wait for ever: what takes too long goes back into the queue', async ({ dam }) => {
  const { id } = await send(dam, await readFile(realMedia.photo24Megapixels), 'large.jpg')
  const workers = runWorkers({ ...dam.adapters, concurrency: 1, graceMs: 0 })
  await expect.poll(() => stateOf(dam, id)).toBe('Processing')

  await workers.close()
  const next = runWorkers({ ...dam.adapters, concurrency: 1 })
  await next.idle()

  expect(await stateOf(dam, id)).toBe('Done')
  expect((await dam.library.read.changes.after(0, 9)).map(({ event }) => event)).toEqual(['asset.added'])
  await next.close()
})

test('workers that are killed at any moment leave every file in the library exactly once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'workers-'))
  const first = await open(folder)
  const sent: AssetId[] = []
  for (let count = 0; count < 8; count++) sent.push((await send(first, photo, `${count}.jpg`)).id)
  await first.adapters.close()

  for (let round = 0; round < 6; round++) {
    const worker = await startWorker(folder)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 700)) // the moment is the point
    await killed(worker)
  }

  const last = await open(folder)
  const workers = runWorkers({ ...last.adapters, concurrency: 2 })
  await expect.poll(() => last.library.read.jobs.countUnfinished(), { timeout: 60_000 }).toBe(0)
  const states = await Promise.all(sent.map((id) => stateOf(last, id)))
  const added = (await last.library.read.changes.after(0, 999)).map(({ id }) => id)
  await workers.close()
  await last.adapters.close()
  await rm(folder, { recursive: true, force: true })

  expect(states).toEqual(sent.map(() => 'Done'))
  expect(added.sort()).toEqual(sent.toSorted())
}, 120_000)

/** Resolves when it works. */
async function startWorker(folder: string): Promise<ChildProcess> {
  const entry = new URL('../../test/processes/work.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [entry, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  return child
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

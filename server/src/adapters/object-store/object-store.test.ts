import { mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { objectStoreContract } from '../../../test/contracts/object-store-contract.ts'
import { fsObjectStore } from './fs-object-store.ts'
import { memoryObjectStore } from './memory-object-store.ts'

const folders: string[] = []
async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'objects-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

objectStoreContract('memory', async () => memoryObjectStore())
objectStoreContract('fs', async () => fsObjectStore(await emptyFolder()))

test('objects lie in folders named by the start of their hash, readable by their owner alone', async () => {
  const folder = await emptyFolder()
  const { sha256 } = await fsObjectStore(folder).writeOriginal(Readable.from(['x'], { objectMode: false }))

  const path = `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  expect(await filesIn(folder)).toEqual([path])
  expect((await stat(join(folder, path))).mode & 0o777).toBe(0o600)
})

test('a refused upload leaves no file at all', async () => {
  const folder = await emptyFolder()

  await expect(
    fsObjectStore(folder).writeOriginal(Readable.from([Buffer.alloc(5000)], { objectMode: false }), { maxBytes: 4999 }),
  ).rejects.toThrow()

  expect(await filesIn(folder)).toEqual([])
})

test('a torn copy is replaced by the whole one', async () => {
  const folder = await emptyFolder()
  const store = fsObjectStore(folder)
  const write = () => store.writeOriginal(Readable.from([Buffer.alloc(5000, 7)], { objectMode: false }))
  const { key } = await write()
  await store.withFile(key, (path) => truncate(path, 100))

  expect(await write()).toMatchObject({ alreadyThere: false })
  expect(await store.stat(key)).toEqual({ size: 5000 })
})

test('sweeping removes what an interrupted write left, and spares what is being written', async () => {
  const folder = await emptyFolder()
  const store = fsObjectStore(folder)
  const { key } = await store.writeOriginal(Readable.from(['kept'], { objectMode: false }))
  await writeFile(join(folder, 'tmp', 'old'), 'half')
  await writeFile(join(folder, 'tmp', 'young'), 'half')
  const twoHoursAgo = new Date(Date.now() - 7_200_000)
  await utimes(join(folder, 'tmp', 'old'), twoHoursAgo, twoHoursAgo)

  await store.sweep(3_600_000)

  expect(await readdir(join(folder, 'tmp'))).toEqual(['young'])
  expect(await store.stat(key)).toEqual({ size: 4 })
})

test('a large file passes through without being held', async () => {
  const store = fsObjectStore(await emptyFolder())
  const chunk = Buffer.alloc(65_536, 'descant')
  const chunks = 4096
  const before = process.memoryUsage().rss
  let peak = before
  const large = Readable.from(
    (function* () {
      for (let sent = 0; sent < chunks; sent++) {
        if (sent % 64 === 0) peak = Math.max(peak, process.memoryUsage().rss)
        yield Buffer.from(chunk)
      }
    })(),
    { objectMode: false },
  )

  const { key, size } = await store.writeOriginal(large)
  let read = 0
  for await (const piece of await store.read(key)) {
    read += (piece as Buffer).length
    peak = Math.max(peak, process.memoryUsage().rss)
  }

  expect([size, read]).toEqual([chunks * 65_536, chunks * 65_536])
  expect(peak - before).toBeLessThan(120 * 1024 * 1024)
})

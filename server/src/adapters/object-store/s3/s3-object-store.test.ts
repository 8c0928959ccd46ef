import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { objectStoreContract } from '../../../../test/contracts/object-store-contract.ts'
import { type ThrowawayBucket, throwawayBucket } from '../../../../test/harness/throwaway-bucket.ts'
import { Unavailable } from '../../../domain/domain-error.ts'
import { type ObjectKey, originalKey, renditionKey } from '../../../domain/ports/object-store.ts'
import { openS3Place } from './open-s3-place.ts'

let bucket: ThrowawayBucket
let copiesFolder: string
let opened = 0
beforeAll(async () => {
  bucket = await throwawayBucket()
  copiesFolder = await mkdtemp(join(tmpdir(), 'copies-'))
})
afterAll(async () => {
  await bucket.close()
  await rm(copiesFolder, { recursive: true, force: true })
})

const mebibyte = 1024 * 1024
const nobody = originalKey('0'.repeat(64))
const streamOf = (bytes: Uint8Array | string) => Readable.from([bytes], { objectMode: false })

/** Each a place of its own in one bucket. */
function place(options: { redirect?: { endpoint: string | null }; cacheBytes?: number; endpoint?: string } = {}) {
  const { endpoint = bucket.endpoint, redirect = null, cacheBytes = 100 * mebibyte } = options
  const prefix = `place-${++opened}/`
  const folder = join(copiesFolder, String(opened))
  return {
    ...openS3Place({
      bucket: bucket.bucket,
      prefix,
      endpoint,
      region: null,
      redirect,
      form: null,
      cacheBytes,
      copiesFolder: folder,
    }),
    folder,
  }
}
async function keysOf(listed: AsyncIterable<ObjectKey>) {
  const keys: ObjectKey[] = []
  for await (const key of listed) keys.push(key)
  return keys
}
const filesIn = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).length
}

objectStoreContract('s3', async () => place().of('account'))

test('a file of many parts arrives whole, and comes back in pieces', async () => {
  const store = place().of('account')
  const large = Buffer.alloc(30 * mebibyte + 7)
  for (let at = 0; at < large.length; at += 4096) large.writeUInt32LE(at, at)

  const { key, size } = await store.writeOriginal(Readable.from([large], { objectMode: false }))

  expect([size, await store.stat(key)]).toEqual([large.length, { size: large.length }])
  expect((await buffer(await store.read(key))).equals(large)).toBe(true)
  const piece = await buffer(await store.read(key, { start: 16 * mebibyte, end: 16 * mebibyte + 9999 }))
  expect(piece.equals(large.subarray(16 * mebibyte, 16 * mebibyte + 10_000))).toBe(true)
})

test('accounts in one bucket see nothing of each other', async () => {
  const { of } = place()
  const { key } = await of('one').writeOriginal(streamOf('for one'))

  expect(await of('other').stat(key)).toBeUndefined()
  await expect(of('other').withFile(key, async () => 'used')).rejects.toThrow('No object')
})

test('what is not ours in the bucket is passed over', async () => {
  const { of, someNames, removeAll } = place()
  const store = of('account')
  await of('account/originals').write(renditionKey('a'.repeat(64), 'x.jpg'), Buffer.from('x'))
  const { key } = await store.writeOriginal(streamOf('ours'))

  expect(await keysOf(store.list(''))).toEqual([key])
  expect(await someNames()).toHaveLength(2)
  await removeAll()
  expect(await someNames()).toEqual([])
})

test('more keys than one answer holds are all listed, in order', async () => {
  const store = place().of('account')
  const keys = Array.from({ length: 1003 }, (_, index) =>
    renditionKey('a'.repeat(64), `preview-${String(index).padStart(4, '0')}.jpg`),
  )
  for (let at = 0; at < keys.length; at += 50) {
    await Promise.all(keys.slice(at, at + 50).map((key) => store.write(key, Buffer.from('x'))))
  }

  expect(await keysOf(store.list('renditions/'))).toEqual(keys)
})

test('tools work on one local copy, fetched once and not again while there is room', async () => {
  const { of, folder } = place({ cacheBytes: 3 * mebibyte })
  const uploaded = await of('account').writeOriginal(streamOf(Buffer.alloc(mebibyte, 'a')))
  expect(await filesIn(folder)).toBe(1) // what was uploaded is examined next

  const paths = await Promise.all(
    Array.from({ length: 5 }, () => of('account').withFile(uploaded.key, async (path) => path)),
  )
  expect(new Set(paths).size).toBe(1)

  for (const letter of 'bcdefg') await of('account').writeOriginal(streamOf(Buffer.alloc(mebibyte, letter)))
  expect(await filesIn(folder)).toBe(3)
  expect(await of('account').withFile(uploaded.key, (path) => readFile(path, 'latin1'))).toMatch(/^a+$/)
})

test('a copy that was cleaned away is fetched again', async () => {
  const { of, folder } = place()
  const { key } = await of('account').writeOriginal(streamOf('kept elsewhere'))
  await rm(folder, { recursive: true })

  expect(await of('account').withFile(key, (path) => readFile(path, 'utf8'))).toBe('kept elsewhere')
})

test('a copy stays as long as a tool works on it', async () => {
  const { of } = place({ cacheBytes: 0 })
  const store = of('account')
  const { key } = await store.writeOriginal(streamOf('in use'))

  const read = await store.withFile(key, async (path) => {
    await store.delete(key)
    await store.writeOriginal(streamOf('another'))
    return await readFile(path, 'utf8')
  })

  expect(read).toBe('in use')
  await expect(store.withFile(key, async () => 'used')).rejects.toThrow('No object')
})

test('nothing stays on this machine after an upload that failed', async () => {
  const { of, folder } = place()

  await expect(of('account').writeOriginal(streamOf('12345'), { maxBytes: 4 })).rejects.toThrow()

  expect(await filesIn(folder)).toBe(0)
})

test('sweeping removes what killed processes left, and spares what living ones hold', async () => {
  const { of, folder } = place()
  const { key } = await of('account').writeOriginal(streamOf('held'))
  const store = place().of('account')
  await store.sweep(3_600_000)
  expect(await filesIn(folder)).toBe(1)

  await of('account').sweep(-60_000) // as if a minute later
  expect(await of('account').withFile(key, (path) => readFile(path, 'utf8'))).toBe('held')
})

test('an address leads who has it to the bytes, under their name, without the server', async () => {
  const store = place({ redirect: { endpoint: bucket.endpoint } }).of('account')
  const { key } = await store.writeOriginal(streamOf('straight from the bucket'))

  const handed = await store.handOver(key, {
    contentType: 'text/plain',
    disposition: `attachment; filename="a.txt"; filename*=UTF-8''%C3%A4.txt`,
    cacheControl: 'private, max-age=60',
    seconds: 60,
  })

  if (handed?.to !== 'client') throw new Error('Nobody was sent anywhere')
  expect(new URL(handed.url).searchParams.get('X-Amz-Expires')).toBe('60')
  const answer = await fetch(handed.url)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="a.txt"; filename*=UTF-8''%C3%A4.txt`)
  expect(answer.headers.get('content-type')).toBe('text/plain')
  expect(await answer.text()).toBe('straight from the bucket')
})

test('nobody is sent to the bucket unless that was asked for', async () => {
  const store = place().of('account')
  const { key } = await store.writeOriginal(streamOf('x'))
  const wanted = { contentType: 'text/plain', disposition: 'attachment', cacheControl: 'no-store', seconds: 60 }

  expect(await store.handOver(key, wanted)).toBeNull()
})

test('a bucket that does not answer is said to be unavailable, not empty', async () => {
  const store = place({ endpoint: 'http://127.0.0.1:9' }).of('account')

  await expect(store.stat(nobody)).rejects.toThrow(Unavailable)
  await expect(store.read(nobody)).rejects.toThrow(Unavailable)
  await expect(store.withFile(nobody, async () => 1)).rejects.toThrow(Unavailable)
  await expect(store.writeOriginal(streamOf('x'))).rejects.toThrow(Unavailable)
  await expect(keysOf(store.list(''))).rejects.toThrow(Unavailable)
})

import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import {
  type ObjectKey,
  ObjectNotFound,
  type ObjectStore,
  originalKey,
  renditionKey,
  TooManyBytes,
} from '../../src/domain/ports/object-store.ts'

const hex = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest('hex')
const streamOf = (...chunks: (Uint8Array | string)[]) => Readable.from(chunks, { objectMode: false })
const some = (sha256: string) => sha256.padEnd(64, '0')

async function keysOf(store: ObjectStore, prefix = '') {
  const keys: string[] = []
  for await (const key of store.list(prefix)) keys.push(key)
  return keys
}

/** What every object store promises; `open` gives an empty one. */
export function objectStoreContract(name: string, open: () => Promise<ObjectStore>): void {
  describe(`object store: ${name}`, () => {
    test('an original is found under the hash of its bytes, and comes back as it was', async () => {
      const store = await open()
      const bytes = randomBytes(3_000_000)

      const stored = await store.writeOriginal(streamOf(bytes.subarray(0, 70_000), bytes.subarray(70_000)))

      const sha256 = hex('sha256', bytes)
      expect(stored).toEqual({
        key: originalKey(sha256),
        size: 3_000_000,
        sha256,
        md5: hex('md5', bytes),
        alreadyThere: false,
      })
      expect(await store.stat(stored.key)).toEqual({ size: 3_000_000 })
      expect((await buffer(await store.read(stored.key))).equals(bytes)).toBe(true)
    })

    test('the same bytes twice are stored once', async () => {
      const store = await open()

      const first = await store.writeOriginal(streamOf('a poster'))
      const second = await store.writeOriginal(streamOf('a ', 'poster'))

      expect(second).toEqual({ ...first, alreadyThere: true })
      expect(await keysOf(store)).toEqual([first.key])
    })

    test('the same bytes sent by many at the same time are stored once', async () => {
      const store = await open()
      const bytes = randomBytes(200_000)

      const stored = await Promise.all(Array.from({ length: 8 }, () => store.writeOriginal(streamOf(bytes))))

      expect(new Set(stored.map(({ key }) => key)).size).toBe(1)
      expect(await keysOf(store)).toHaveLength(1)
      expect((await buffer(await store.read(stored[0]?.key as ObjectKey))).equals(bytes)).toBe(true)
    })

    test('an empty original is an original', async () => {
      const store = await open()

      const stored = await store.writeOriginal(Readable.from([], { objectMode: false }))

      expect(stored).toMatchObject({ size: 0, md5: 'd41d8cd98f00b204e9800998ecf8427e' })
      expect(await buffer(await store.read(stored.key))).toHaveLength(0)
    })

    test('a stream that fails on the way leaves nothing', async () => {
      const store = await open()
      const failing = Readable.from(
        (async function* () {
          yield Buffer.alloc(100_000)
          throw new Error('the line went dead')
        })(),
        { objectMode: false },
      )

      await expect(store.writeOriginal(failing)).rejects.toThrow('the line went dead')

      expect(await keysOf(store)).toEqual([])
    })

    test('a stream that is aborted leaves nothing', async () => {
      const store = await open()
      const endless = new Readable({ read: () => undefined })
      endless.push(Buffer.alloc(100_000))

      const writing = store.writeOriginal(endless)
      endless.destroy()

      await expect(writing).rejects.toThrow()
      expect(await keysOf(store)).toEqual([])
    })

    test('more bytes than allowed are refused, exactly as many are not', async () => {
      const store = await open()

      await expect(store.writeOriginal(streamOf('12345', '678901'), { maxBytes: 10 })).rejects.toThrow(TooManyBytes)
      expect(await keysOf(store)).toEqual([])

      const stored = await store.writeOriginal(streamOf('12345', '67890'), { maxBytes: 10 })
      expect(stored.size).toBe(10)
    })

    test('a rendition is written from bytes or from a stream', async () => {
      const store = await open()
      const small = renditionKey(some('aa'), '240.jpg')
      const large = renditionKey(some('aa'), '800.webp')

      expect(await store.write(small, Buffer.from('small'))).toEqual({ size: 5 })
      expect(await store.write(large, streamOf('lar', 'ger'))).toEqual({ size: 6 })

      expect((await buffer(await store.read(small))).toString()).toBe('small')
      expect((await buffer(await store.read(large))).toString()).toBe('larger')
      expect(Buffer.from(await store.readWhole(large)).toString()).toBe('larger')
    })

    test('a used key keeps its old bytes', async () => {
      const store = await open()
      const key = renditionKey(some('aa'), '240.jpg')
      await store.write(key, Buffer.from('first'))

      expect(await store.write(key, Buffer.from('second'))).toEqual({ size: 5 })
      expect(await store.write(key, streamOf('third'))).toEqual({ size: 5 })

      expect((await buffer(await store.read(key))).toString()).toBe('first')
    })

    test('pieces make the whole, or the range, and may be left before their end', async () => {
      const store = await open()
      const bytes = randomBytes(5_000_003)
      const { key } = await store.writeOriginal(streamOf(bytes))
      const empty = await store.writeOriginal(streamOf())
      const gathered = async (wanted: ObjectKey, range?: { start: number; end: number }) => {
        const copies: Buffer[] = []
        for await (const piece of await store.pieces(wanted, range)) copies.push(Buffer.from(piece))
        return Buffer.concat(copies)
      }

      for await (const piece of await store.pieces(key)) {
        expect(piece[0]).toBe(bytes[0])
        break
      }
      const [whole, again, middle, nothing] = await Promise.all([
        gathered(key),
        gathered(key),
        gathered(key, { start: 1_048_575, end: 3_000_000 }),
        gathered(empty.key),
      ])

      expect(whole.equals(bytes) && again.equals(bytes)).toBe(true)
      expect(middle.equals(bytes.subarray(1_048_575, 3_000_001))).toBe(true)
      expect(nothing).toHaveLength(0)
      await expect(store.pieces(originalKey(some('beef')))).rejects.toThrow(ObjectNotFound)
    })

    test('a range has both its ends', async () => {
      const store = await open()
      const { key } = await store.writeOriginal(streamOf('0123456789'))

      const piece = async (start: number, end: number) =>
        (await buffer(await store.read(key, { start, end }))).toString()

      expect(await piece(0, 0)).toBe('0')
      expect(await piece(3, 5)).toBe('345')
      expect(await piece(8, 9)).toBe('89')
    })

    test('what is not there is said before the first byte', async () => {
      const store = await open()
      const nowhere = originalKey(some('bb'))

      expect(await store.stat(nowhere)).toBeUndefined()
      await expect(store.read(nowhere)).rejects.toThrow(ObjectNotFound)
      await expect(store.readWhole(nowhere)).rejects.toThrow(ObjectNotFound)
      await expect(store.withFile(nowhere, async () => 'used')).rejects.toThrow(ObjectNotFound)
      await store.delete(nowhere)
    })

    test('a tool gets a path to the bytes and its answer comes back', async () => {
      const store = await open()
      const { key } = await store.writeOriginal(streamOf('for a tool'))

      expect(await store.withFile(key, (path) => readFile(path, 'utf8'))).toBe('for a tool')
    })

    test('a deleted object is gone, and its bytes may come again', async () => {
      const store = await open()
      const { key } = await store.writeOriginal(streamOf('again'))

      await store.delete(key)

      expect(await store.stat(key)).toBeUndefined()
      expect(await store.writeOriginal(streamOf('again'))).toMatchObject({ key, alreadyThere: false })
    })

    test('keys are listed in order, by what they start with', async () => {
      const store = await open()
      const keys = [
        renditionKey(some('aa'), '240.jpg'),
        renditionKey(some('aa'), '800.jpg'),
        renditionKey(some('aabb'), '240.jpg'),
        renditionKey(some('c'), '240.jpg'),
      ]
      for (const key of keys.toReversed()) await store.write(key, Buffer.from(key))
      const { key: original } = await store.writeOriginal(streamOf('original'))

      expect(await keysOf(store)).toEqual([original, ...keys])
      expect(await keysOf(store, 'originals/')).toEqual([original])
      expect(await keysOf(store, 'renditions/aa')).toEqual(keys.slice(0, 3))
      expect(await keysOf(store, `renditions/${some('aa')}/`)).toEqual(keys.slice(0, 2))
      expect(await keysOf(store, keys[1])).toEqual([keys[1]])
      expect(await keysOf(store, 'elsewhere/')).toEqual([])
    })

    test.each([
      'originals/../../etc/passwd',
      `originals/${some('')}/name`,
      `originals/${some('AA')}`,
      'originals/abc',
      `renditions/${some('')}`,
      `renditions/${some('')}/..`,
      `renditions/${some('')}/../../x`,
      `renditions/${some('')}/a/b`,
      `renditions/${some('')}/a\0b`,
      `renditions/${some('')}/.hidden`,
      `tmp/${some('')}`,
      '/etc/passwd',
      '',
    ])('no key leaves the store: %j', async (text) => {
      const store = await open()
      const key = text as ObjectKey

      await expect(store.stat(key)).rejects.toThrow('Not an object key')
      await expect(store.read(key)).rejects.toThrow('Not an object key')
      await expect(store.readWhole(key)).rejects.toThrow('Not an object key')
      await expect(store.write(key, Buffer.from('x'))).rejects.toThrow('Not an object key')
      await expect(store.delete(key)).rejects.toThrow('Not an object key')
      await expect(store.withFile(key, async () => 1)).rejects.toThrow('Not an object key')
    })
  })
}

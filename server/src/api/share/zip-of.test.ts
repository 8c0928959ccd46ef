import { once } from 'node:events'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { filesIn } from '../../../test/harness/zip.ts'
import { type ZippedFile, zipOf } from './zip-of.ts'

const mebibyte = 1024 * 1024

/** Files of so many mebibytes, and what is known of them from outside. */
function watched(...sizes: number[]) {
  const seen = { open: 0, mostOpen: 0, begun: 0, read: 0 }
  const files = sizes.map((size, index): ZippedFile => {
    async function* bytes() {
      try {
        for (let at = 0; at < size; at++) {
          seen.read++
          yield Buffer.alloc(mebibyte, index)
        }
      } finally {
        seen.open--
      }
    }
    return {
      name: `${index}.bin`,
      modifiedAt: Date.UTC(2026, 0, 1),
      size: size * mebibyte,
      async open() {
        seen.begun++
        seen.mostOpen = Math.max(seen.mostOpen, ++seen.open)
        return Readable.from(bytes(), { objectMode: false })
      },
    }
  })
  return { files, seen }
}

test('an archive is as long as was said before, and holds one open file at a time', async () => {
  const { files, seen } = watched(2, 0, 3)

  const { bytes, length } = await zipOf(files)
  const archive = await buffer(bytes)

  expect(archive.length).toBe(length)
  expect(seen).toMatchObject({ open: 0, mostOpen: 1, begun: 3 })
  const sizes = [...(await filesIn(archive))].map(([name, content]) => [name, content.length])
  expect(sizes).toEqual([
    ['0.bin', 2 * mebibyte],
    ['1.bin', 0],
    ['2.bin', 3 * mebibyte],
  ])
})

test('without all sizes the length is not told', async () => {
  const { files } = watched(1, 1)
  const [first, second] = files as [ZippedFile, ZippedFile]
  const { size: _, ...unmeasured } = second

  const { bytes, length } = await zipOf([first, unmeasured])

  expect(length).toBeNull()
  expect([...(await filesIn(await buffer(bytes))).keys()]).toEqual(['0.bin', '1.bin'])
})

test('nothing is read ahead of a slow reader, and nothing more after it has gone', async () => {
  const { files, seen } = watched(50, 50)
  const { bytes } = await zipOf(files)

  await once(bytes, 'readable')
  bytes.read(1)
  expect(seen.read).toBeLessThan(10)
  bytes.destroy()
  await once(bytes, 'close')

  await expect.poll(() => seen.open).toBe(0)
  expect([seen.begun, seen.read < 10]).toEqual([1, true])
})

test('a file that can’t be read breaks the archive off, so that nobody takes it for whole', async () => {
  const { files } = watched(1)
  const lost = { name: 'lost.bin', modifiedAt: 0, open: async () => Promise.reject(new Error('It is lost')) }
  const torn = {
    name: 'torn.bin',
    modifiedAt: 0,
    open: async () => Readable.from(tornBytes(), { objectMode: false }),
  }
  async function* tornBytes() {
    yield Buffer.from('half')
    throw new Error('It is torn')
  }

  await expect(zipOf([...files, lost]).then(({ bytes }) => buffer(bytes))).rejects.toThrow('It is lost')
  await expect(zipOf([...files, torn]).then(({ bytes }) => buffer(bytes))).rejects.toThrow('It is torn')
})

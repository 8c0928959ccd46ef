import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FileStore, openFileStore } from './file-store.ts'

let root: string
let files: FileStore
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'files-'))
  files = await openFileStore(root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const sumsOf = (bytes: Buffer) => ({
  size: bytes.length,
  md5: createHash('md5').update(bytes).digest('hex'),
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

async function receive(part: string, from: number, bytes: string) {
  const incoming = await files.openPart(part, from)
  await incoming.write(Buffer.from(bytes))
  return incoming.end()
}

test('a file is put together, summed up, and then in its place', async () => {
  expect(await receive('x.part', 0, 'hello')).toEqual(sumsOf(Buffer.from('hello')))
  expect(await files.read('ab/x')).toBeNull()

  await files.keepPart('x.part', 'ab/x')

  expect(Buffer.from((await files.read('ab/x')) ?? [])).toEqual(Buffer.from('hello'))
  expect(await files.partSize('x.part')).toBe(0)
  expect((await stat(join(root, 'ab/x'))).mode & 0o077).toBe(0)
})

test('a part goes on where it stopped, and its sums are those of the whole', async () => {
  await receive('x.part', 0, 'hello wrong tail')
  expect(await receive('x.part', 6, 'world')).toEqual(sumsOf(Buffer.from('hello world')))
  expect(await files.partSize('x.part')).toBe('hello world'.length)
})

test('starting anew forgets what was there', async () => {
  await receive('x.part', 0, 'a longer text than the next')
  expect(await receive('x.part', 0, 'short')).toEqual(sumsOf(Buffer.from('short')))
})

test('sweeping leaves what is in use and what is worth going on with', async () => {
  await receive('wanted.part', 0, 'half')
  await receive('unwanted.part', 0, 'half')
  await files.put('ab/held', Buffer.from('1'))
  await files.put('ab/left-over', Buffer.from('2'))

  expect(await files.sweep(new Set(['ab/held']), new Set(['wanted.part']))).toBe(2)

  expect(await readdir(join(root, 'ab'))).toEqual(['held'])
  expect(await readdir(join(root, 'incoming'))).toEqual(['wanted.part'])
})

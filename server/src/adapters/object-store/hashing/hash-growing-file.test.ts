import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { openFiles } from '../../../../test/harness/open-files.ts'
import { hashBytes } from './hash-bytes.ts'
import { hashGrowingFile } from './hash-growing-file.ts'

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hashing-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
})

const bytes = (length: number, value: number) => Buffer.alloc(length, value)

test('files are hashed while they grow, several at a time', async ({ folder }) => {
  const paths = [join(folder, 'a'), join(folder, 'b')]
  const hashings = paths.map(hashGrowingFile)
  for (const [at, path] of paths.entries()) {
    await writeFile(path, bytes(300_000, at))
    hashings[at]?.grownTo(300_000)
    await appendFile(path, bytes(700_000, at + 1))
  }

  const hashes = await Promise.all(hashings.map((each) => each.ended(1_000_000)))

  expect(hashes).toEqual([0, 1].map((at) => hashBytes([bytes(300_000, at), bytes(700_000, at + 1)])))
})

test('of a file that is not as long as was said, or not there, there is no hash', async ({ folder }) => {
  const short = join(folder, 'short')
  await writeFile(short, 'abc')

  await expect(hashGrowingFile(short).ended(4)).rejects.toThrow('The file ends after 3 bytes, not after 4')
  await expect(hashGrowingFile(join(folder, 'none')).ended(1)).rejects.toThrow('ENOENT')
  expect(await hashGrowingFile(short).ended(3)).toEqual(hashBytes([Buffer.from('abc')]))
})

test('a file that nobody wants to know of any more is let go', async ({ folder }) => {
  const path = join(folder, 'dropped')
  await writeFile(path, 'abc')
  const hashing = hashGrowingFile(path)
  hashing.grownTo(3)
  await expect.poll(() => openFiles(folder)).toEqual([path])

  hashing.drop()

  await expect.poll(() => openFiles(folder)).toEqual([])
})

import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from './catalogue/catalogue.ts'
import { hasFfmpeg } from './formats/film-file.ts'
import { makeSampleFiles, type SampleFile, sampleKeywords } from './make-sample-files.ts'

const filming = await hasFfmpeg()
let folder: string
let files: SampleFile[]
const told: number[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
  files = await makeSampleFiles(folder, { onProgress: ({ made, of }) => told.push(made / of) })
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const endingIn = (...extensions: string[]) =>
  files.filter(({ name }) => extensions.some((one) => name.endsWith(`.${one}`)))

test('about forty files of all kinds lie in the folders they will have in the library', async () => {
  expect(files.length).toBeGreaterThanOrEqual(40)
  for (const file of files) {
    expect(relative(folder, file.path)).toBe(join(...file.folderPath, file.album, file.name))
    expect((await stat(file.path)).size).toBeGreaterThan(100)
  }
  expect(new Set(files.map(({ folderPath }) => folderPath.join('/')))).toEqual(
    new Set(['Brand', 'Campaigns/Summer', 'Campaigns/Winter', 'Products', 'Press']),
  )
  for (const kind of [['jpg'], ['png'], ['svg'], ['wav'], ['pdf'], ['txt'], ['csv'], ['md'], ['odp'], ['zip']]) {
    expect(endingIn(...kind), kind.join()).not.toHaveLength(0)
  }
})

test.skipIf(!filming)('there is a film and an MP3 (needs ffmpeg)', () => {
  expect(endingIn('mp4')).toHaveLength(1)
  expect(endingIn('mp3')).toHaveLength(1)
})

test('progress is told file by file', () => {
  expect(told).toHaveLength(files.length)
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

test('every keyword is of the vocabulary, every word of the vocabulary is used, and a third is for print', () => {
  const vocabulary = new Set(sampleKeywords.map(({ name }) => name))
  const used = new Set(files.flatMap(({ keywords }) => keywords))
  const forPrint = files.filter(({ keywords }) => keywords.includes('print')).length / files.length

  expect(used).toEqual(vocabulary)
  expect(forPrint).toBeGreaterThan(0.25)
  expect(forPrint).toBeLessThan(0.45)
  for (const { tags, description, author } of files) {
    expect(tags.length).toBeGreaterThan(0)
    expect(description).not.toBe('')
    expect(author).not.toBe('')
  }
})

test('the pictures are sound, not blank, and say what they are', async () => {
  for (const { path, name } of endingIn('jpg', 'png', 'webp', 'tiff')) {
    const picture = sharp(path, { failOn: 'warning' })
    const [{ xmp, width, height }, { entropy }] = await Promise.all([picture.metadata(), picture.clone().stats()])

    expect(Math.max(width, height), name).toBeGreaterThanOrEqual(512)
    expect(entropy, name).toBeGreaterThan(0.4)
    expect(xmp?.toString(), name).toContain('<dc:creator>')
  }
})

test('letters are drawn, so that a machine without fonts has them too', async () => {
  for (const { path } of endingIn('svg')) expect(await readFile(path, 'utf8')).not.toContain('<text')
})

test('the same files are made every time', async () => {
  const again = [
    'varde-lockup-print.tiff',
    'mug-clay.jpg',
    'brand-introduction.odp',
    'varde-brochure.pdf',
    'press-kit.zip',
    'evening-bells.wav',
  ]
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  for (const entry of catalogue().filter(({ name }) => again.includes(name))) {
    const first = files.find(({ path }) => basename(path) === entry.name) as SampleFile
    expect(hash(await entry.make(folder)), entry.name).toBe(hash(await readFile(first.path)))
  }
})

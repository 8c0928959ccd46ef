import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { someAccount } from '../../../test/harness/made-up.ts'
import { addAssets, namesFound, rename, search, trash } from '../../../test/harness/searched.ts'
import { type Database, openDatabase } from '../../adapters/database/open-database.ts'
import { naiveSearchIndex } from '../../adapters/search-index/naive-search-index.ts'
import type { AssetId } from '../asset/asset.ts'
import type { Library } from '../ports/library.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { askForIndex, doubtIndex } from './ask-for-index.ts'
import { documentOf } from './document-of.ts'
import { openSearches } from './follow-changes.ts'
import type { IndexNews } from './index-news.ts'
import type { FollowersOptions } from './open-followers.ts'

const clock = { now: () => Date.now() }
let folder: string
let database: Database
let library: Library

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follow-library-'))
  database = await openDatabase({ dataFolder: folder })
  library = await database.libraries.of(someAccount())
})

afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

test('while the first index is made, who asks is told how far it is and when to ask again', async () => {
  await addAssets(
    library,
    Array.from({ length: 600 }, (_, no) => `asset ${no}`),
  )
  const { searches, indexes } = follow({ patience: { firstMs: 30, freshMs: 30 } })
  heldFrom(indexes, 0)

  const refused = await search(searches, library).catch((error: unknown) => error)
  expect(refused).toMatchObject({
    refusal: 'unavailable',
    message: expect.stringMatching(/being made: \d+ of 600 assets are in it. Try again in \d+ s/),
    retryAfterSeconds: expect.any(Number),
  })
  indexes[0]?.release()
  await vi.waitFor(async () => expect((await search(searches, library)).found).toBe(600))
  expect(indexes).toHaveLength(1)
})

test('while a new index is made, the old one answers, and is not behind', async () => {
  await addAssets(library, ['poster'])
  const { searches, indexes } = follow({ patience: { firstMs: 3_000, freshMs: 30 } })
  await search(searches, library)
  heldFrom(indexes, 1)

  await askForIndex({ library, clock })
  await addAssets(library, ['lion'])
  expect(await namesFound(searches, library)).toEqual(['lion', 'poster'])
  await addAssets(library, ['leaf'])
  expect(await namesFound(searches, library)).toEqual(['leaf', 'lion', 'poster'])
  expect(indexes).toHaveLength(2)

  indexes[1]?.release()
  await vi.waitFor(async () => {
    expect(await namesFound(searches, library)).toEqual(['leaf', 'lion', 'poster'])
    expect(indexes[1]?.asked()).toBeGreaterThan(0)
  })
})

test('where there is no room for two, the old index goes before the new one comes, and nobody gets half an answer', async () => {
  await addAssets(library, ['poster', 'lion'])
  const measured = naiveSearchIndex()
  await measured.apply((await everything()).map(documentOf), [])
  const { searches, indexes } = follow({
    patience: { firstMs: 30, freshMs: 30 },
    mostBytes: measured.memoryBytes() * 1.5,
  })
  await vi.waitFor(() => search(searches, library))
  heldFrom(indexes, 1)

  await askForIndex({ library, clock })
  await expect(search(searches, library)).rejects.toMatchObject({ refusal: 'unavailable' })

  indexes[1]?.release()
  await vi.waitFor(async () => expect(await namesFound(searches, library)).toEqual(['lion', 'poster']))
})

test('an index that grows beyond its memory is given up in words, and made again when somebody asks for it', async () => {
  await addAssets(library, ['poster'])
  const measured = naiveSearchIndex()
  await measured.apply((await everything()).map(documentOf), [])
  const { searches, news } = follow({ mostBytes: measured.memoryBytes() * 3 })
  expect((await search(searches, library)).found).toBe(1)

  const more = await addAssets(library, [...'abcdefgh'])
  await expect(search(searches, library)).rejects.toThrow('DESCANT_SEARCH_MEMORY')
  expect(news.at(-1)).toMatchObject({ event: 'refused', reason: expect.stringContaining('DESCANT_SEARCH_MEMORY') })
  for (const id of more) await trash(library, id)
  await expect(search(searches, library)).rejects.toThrow('DESCANT_SEARCH_MEMORY')

  await askForIndex({ library, clock })
  expect(await namesFound(searches, library)).toEqual(['poster'])
})

test('whatever an index got wrong is found by comparing it with the database, and put right', async () => {
  const [poster, lion, leaf] = await addAssets(library, ['poster', 'lion', 'leaf'])
  const { searches, indexes } = follow()
  await search(searches, library)
  const [known] = await library.read.assets.findMany([poster as AssetId])
  if (!known) throw new Error('It was added')
  const document = documentOf(known)
  await indexes[0]?.index.apply(
    [
      { ...document, tags: ['never'] },
      { ...document, id: 'ghost' as AssetId },
    ],
    [lion as AssetId],
  )
  expect((await search(searches, library, 'tags=never')).found).toBe(1)

  expect(await searches.compare(library)).toEqual({
    ...{ compared: 3, missing: 1, surplus: 1, differing: 1 },
    examples: expect.arrayContaining([poster, lion, 'ghost']),
  })
  expect(await namesFound(searches, library)).toEqual(['leaf', 'lion', 'poster'])
  expect((await search(searches, library, 'tags=never')).found).toBe(0)
  expect(await searches.compare(library)).toMatchObject({ compared: 3, missing: 0, surplus: 0, differing: 0 })
  expect(leaf).toBeDefined()
})

test('what is written while index and database are compared is no difference', async () => {
  const ids = await addAssets(
    library,
    Array.from({ length: 900 }, (_, no) => `asset ${no}`),
  )
  const { searches } = follow()
  await search(searches, library)

  const writing = (async () => {
    for (const [no, id] of ids.slice(0, 60).entries()) {
      if (no % 2 === 0) await rename(library, id, `other ${no}`)
      else await trash(library, id)
    }
  })()
  const compared = await searches.compare(library)
  await writing

  expect(compared).toMatchObject({ missing: 0, surplus: 0, differing: 0 })
  expect((await search(searches, library)).found).toBe(870)
})

test('somebody’s doubt, from whichever process, has every index compared', async () => {
  const [poster] = await addAssets(library, ['poster'])
  const { searches, indexes, news } = follow()
  await search(searches, library)
  await indexes[0]?.index.apply([], [poster as AssetId])

  const asked = await doubtIndex({ library, clock })

  await vi.waitFor(() => expect(news).toContainEqual(expect.objectContaining({ event: 'compared', askedBy: asked })))
  expect(news.at(-1)).toMatchObject({ compared: 1, missing: 1 })
  expect(await namesFound(searches, library)).toEqual(['poster'])
})

test('a search is answered though others never stop writing', async () => {
  await addAssets(library, ['poster'])
  const { searches } = follow()
  await search(searches, library)
  let written = 0
  let stop = false
  const writing = (async () => {
    for (; !stop; written++) await addAssets(library, [`asset ${written}`])
  })()

  for (let no = 0; no < 20; no++) {
    const before = written
    expect((await search(searches, library)).found).toBeGreaterThan(before)
  }
  stop = true
  await writing
})

/** An index whose making can be held up. */
type Watched = { index: SearchIndex; hold(): void; release(): void; asked(): number }

function follow(options: Omit<FollowersOptions, 'indexes'> = {}) {
  const indexes: Watched[] = []
  const news: IndexNews[] = []
  const searches = openSearches({
    ...options,
    indexes: () => {
      const watched = watch()
      indexes.push(watched)
      if (indexes.length > holding.from) watched.hold()
      return watched.index
    },
    tell: (_, what) => void news.push(what),
  })
  const holding = { from: Number.POSITIVE_INFINITY }
  holdings.set(indexes, holding)
  return { searches, indexes, news }
}

const holdings = new WeakMap<Watched[], { from: number }>()
const heldFrom = (indexes: Watched[], from: number) => {
  const holding = holdings.get(indexes)
  if (holding) holding.from = from
}

function watch(): Watched {
  const index = naiveSearchIndex()
  let gate = Promise.withResolvers<void>()
  let asked = 0
  gate.resolve()
  return {
    index: {
      ...index,
      async apply(changed, removed) {
        await gate.promise
        await index.apply(changed, removed)
      },
      async search(query) {
        asked++
        return await index.search(query)
      },
    },
    hold: () => {
      gate = Promise.withResolvers()
    },
    release: () => gate.resolve(),
    asked: () => asked,
  }
}

const everything = async () => {
  const { assets } = library.read
  return await assets.findMany(await assets.idsAfter(null, 1000))
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { randomIds } from '../../adapters/crypto/random-ids.ts'
import { type Database, openDatabase } from '../../adapters/database/open-database.ts'
import { naiveSearchIndex } from '../../adapters/search-index/naive-search-index.ts'
import type { Account, AccountId } from '../account/account.ts'
import type { Asset, AssetId } from '../asset/asset.ts'
import type { Version } from '../asset/version.ts'
import type { AssetEvent } from '../change/change.ts'
import type { Library } from '../ports/library.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { askForIndex } from './ask-for-index.ts'
import { openSearches } from './follow-changes.ts'
import { parseSearch } from './parse-search.ts'
import type { Searches } from './searches.ts'

let folder: string
let database: Database
let library: Library
let searches: Searches

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follow-changes-'))
  database = await openDatabase({ dataFolder: folder })
  library = await database.libraries.of(account('spring'))
  searches = openSearches({ indexes: naiveSearchIndex })
})

afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

test('what was there before the first search is found', async () => {
  await add('poster', 'pattern')

  expect(await found('', searches)).toEqual(['pattern', 'poster'])
})

test('more than one page of assets is loaded, whole', async () => {
  await add(...Array.from({ length: 1200 }, (_, at) => `asset ${at}`))

  expect((await search('limit=1', searches)).found).toBe(1200)
})

test('what was written is found by the next search, and what was deleted no longer', async () => {
  const [poster] = await add('poster')
  expect(await found('keyword=lion', searches)).toEqual([])

  await change('asset.changed', poster, (assets) => assets.update(poster, { name: 'lion' }))
  expect(await found('keyword=lion', searches)).toEqual(['lion'])
  expect(await found('keyword=poster', searches)).toEqual([])

  await change('asset.changed', poster, (assets) => assets.addTag(poster, 'print'))
  expect(await found('tags=print', searches)).toEqual(['lion'])

  await change('asset.deleted', poster, (assets) => assets.trash(poster, 5))
  expect(await found('', searches)).toEqual([])

  await change('asset.restored', poster, (assets) => assets.restore(poster))
  expect(await found('tags=print', searches)).toEqual(['lion'])
})

test('what another process wrote is found as well', async () => {
  await found('', searches)
  const elsewhere = await openDatabase({ dataFolder: folder })
  try {
    await addTo(await elsewhere.libraries.of(account('spring')), ['poster'])

    expect(await found('', searches)).toEqual(['poster'])
  } finally {
    await elsewhere.close()
  }
})

test('every one of many writers finds its own write at once', async () => {
  await found('', searches)
  const seen = await Promise.all(
    Array.from({ length: 30 }, async (_, at) => {
      await add(`writer${at}x`)
      return found(`keyword=writer${at}x`, searches)
    }),
  )

  expect(seen).toEqual(Array.from({ length: 30 }, (_, at) => [`writer${at}x`]))
})

test('searches that come together load the library once', async () => {
  await add('poster')
  let loads = 0
  const counted = openSearches({
    indexes: () => {
      loads++
      return naiveSearchIndex()
    },
  })
  const answers = await Promise.all(Array.from({ length: 20 }, () => found('', counted)))

  expect(new Set(answers.flat())).toEqual(new Set(['poster']))
  expect(loads).toBe(1)
})

test('each library has an index of its own', async () => {
  await add('poster')
  const other = await database.libraries.of(account('autumn'))
  await addTo(other, ['leaf'])

  expect(await found('', searches, other)).toEqual(['leaf'])
  expect(await found('', searches)).toEqual(['poster'])
})

test('when the log was cut beyond its place, the index is made anew', async () => {
  const [poster] = await add('poster')
  await found('', searches)
  await change('asset.deleted', poster, (assets) => assets.trash(poster, 5))
  await add('lion')
  await library.transaction(({ changes }) => changes.dropBefore(Number.MAX_SAFE_INTEGER))

  expect(await found('', searches)).toEqual(['lion'])
})

test('an index that is asked for is made anew, and nobody meets one that is not whole', async () => {
  await add('poster')
  const made: SearchIndex[] = []
  const watched = openSearches({
    indexes: () => {
      const index = naiveSearchIndex()
      made.push(index)
      return index
    },
  })
  await found('', watched)
  await made[0]?.clear() // as if it had gone wrong
  expect(await found('', watched)).toEqual([])

  await askForIndex({ library, clock: { now: () => 3 } })
  await add('pattern')

  const answers = await Promise.all(Array.from({ length: 20 }, () => found('', watched)))
  expect(new Set(answers.map(String))).toEqual(new Set(['pattern,poster']))
  expect(made).toHaveLength(2)
})

test('a failure is told to the one who asks, and the next one is answered again', async () => {
  await add('poster')
  let broken = true
  const index = naiveSearchIndex()
  const shaky = openSearches({
    indexes: () => ({
      ...index,
      apply: (changed, removed) => (broken ? Promise.reject(new Error('no memory')) : index.apply(changed, removed)),
    }),
  })

  await expect(found('', shaky)).rejects.toThrow('no memory')
  broken = false
  expect(await found('', shaky)).toEqual(['poster'])
})

const search = (wire: string, by: Searches, where = library) =>
  by.search(where, { ...parseSearch(wire), albums: null, sees: 'everything', now: 0 })

async function found(wire: string, by: Searches, where = library): Promise<string[]> {
  const { ids } = await search(wire, by, where)
  return (await where.read.assets.findMany(ids)).map(({ name }) => name).sort()
}

const add = (...names: string[]) => addTo(library, names) as Promise<[AssetId, ...AssetId[]]>

async function addTo(where: Library, names: readonly string[]): Promise<AssetId[]> {
  const assets = names.map(assetNamed)
  await where.transaction(async (stores) => {
    for (const asset of assets) await stores.assets.insert(asset)
    await stores.changes.append(
      assets.map(({ id, scheme }) => ({ event: 'asset.added' as const, id, scheme, time: 1 })),
    )
  })
  return assets.map(({ id }) => id)
}

const change = (event: AssetEvent, id: AssetId, work: (assets: Library['read']['assets']) => Promise<unknown>) =>
  library.transaction(async ({ assets, changes }) => {
    await work(assets)
    await changes.append([{ event, id, scheme: 'image', time: 2 }])
  })

const account = (name: string): Account => ({
  id: name.padEnd(26, '0') as AccountId,
  host: name,
  name,
  publicUrl: null,
  createdAt: 0,
})

function assetNamed(name: string): Asset {
  const id = randomIds.newId<AssetId>()
  const { albumIds, keywords, tags } = { albumIds: [], keywords: [], tags: [] }
  return {
    ...{ id, scheme: 'image', name, description: '', author: '', copyright: '', termsAndConditions: '' },
    ...{ owner: 'a@example.com', ownerName: 'A', createdAt: 1, modifiedAt: 1, approval: 'Approved', expiresAt: null },
    ...{ tags, keywords, customValues: {}, albumIds, current: versionOf(id) },
  }
}

const versionOf = (assetId: AssetId): Version => ({
  id: randomIds.newId(),
  assetId,
  ...{
    no: 1,
    scheme: 'image' as const,
    fileName: 'a.jpg',
    extension: 'jpg',
    contentType: 'image/jpeg',
    size: 1,
    md5: '',
    sha256: '',
  },
  ...{
    object: 'ab' as Version['object'],
    uploadedAt: 1,
    uploadedBy: 'a@example.com',
    uploadedByName: 'A',
    comment: '',
  },
  measures: { width: null, height: null, dpi: null, duration: null, pages: null, createdInFileAt: null },
  ...{ metadata: {}, text: '', hasPreview: false, lacked: [] },
})

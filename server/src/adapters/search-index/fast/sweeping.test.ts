import { expect, test } from 'vitest'
import { Chance, someDocument } from '../../../../test/contracts/search-index-differential.ts'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import type { SearchQuery } from '../../../domain/search/search-query.ts'
import { fastSearchIndex } from './fast-search-index.ts'

const numbered = (number: number) => `asset-${number}` as AssetId
const few = { leastDead: 1, sweepMs: 0 }

test('an index in which everything is replaced again and again holds little more than one that was never changed', async () => {
  const fresh = fastSearchIndex(few)
  const changed = fastSearchIndex(few)
  const chance = new Chance(3)
  for (let at = 0; at < 3000; at++) await fresh.apply([someDocument(chance, numbered(at))], [])
  for (let at = 0; at < 15_000; at++) await changed.apply([someDocument(chance, numbered(at % 3000))], [])

  expect(changed.size()).toBe(3000)
  expect(changed.memoryBytes()).toBeLessThan(fresh.memoryBytes() * 1.6)
})

test('a dump nobody reads does not keep the index from letting go of what was replaced, and is refused then', async () => {
  const index = fastSearchIndex({ ...few, dumpMs: 0 })
  const chance = new Chance(4)
  const unread = index.dump({ where: 'unread' })
  for (let at = 0; at < 5000; at++) await index.apply([someDocument(chance, numbered(at % 100))], [])

  const kept = fastSearchIndex({ ...few, dumpMs: 60_000 })
  const held = kept.dump({ where: 'held' })
  for (let at = 0; at < 5000; at++) await kept.apply([someDocument(chance, numbered(at % 100))], [])

  expect(index.memoryBytes()).toBeLessThan(kept.memoryBytes() / 2)
  await expect(read(unread)).rejects.toThrow('nobody read this one for too long')
  expect(await read(held)).toBeGreaterThan(0)
})

test('what is read of a dump stays as it was, whatever is written before it is kept', async () => {
  const index = fastSearchIndex(few)
  const chance = new Chance(6)
  const write = () => index.apply([someDocument(chance, numbered(chance.below(100)))], [])
  for (let times = 0; times < 3000; times++) await write()
  const chunks: Uint8Array[] = []
  for await (const chunk of index.dump({ where: 'here' })) {
    chunks.push(chunk)
    await write()
  }
  await expect(index.restore(oneByOne(chunks))).resolves.toEqual({ where: 'here' })
})

test('what gets the slot of an asset that was in an album is not in the album, whenever it expires', async () => {
  const index = fastSearchIndex(few)
  const found = async (now: number) => (await index.search({ ...inAlbum, now })).ids
  const [first, next] = [numbered(1), numbered(2)]
  const open = { ...someDocument(new Chance(5), first), approval: 'Approved' as const, expiresAt: null }
  await index.apply([{ ...open, albums: ['a'] as CollectionId[] }], [])
  expect(await found(10)).toEqual([first])

  await index.apply([], [first])
  // what is swept when there is nothing else is swept in one slice or two
  for (let times = 0; times < 10; times++) await index.apply([], [])
  await index.apply([{ ...open, id: next, albums: [], expiresAt: 50 }], [])

  expect([await found(10), await found(100), await found(10)]).toEqual([[], [], []])
})

test('what gets the slot of an asset that had pages, a length and an end has none of them', async () => {
  let index = fastSearchIndex(few)
  const told = async () => {
    const wide = { from: null, to: 1e9 }
    const ranged = (ranges: SearchQuery['ranges']) => index.search({ ...all, now: 100, ranges })
    const [whole, ...found] = await Promise.all([
      index.search({ ...all, now: 100, facets: true }),
      ...[{ pageNumber: wide }, { duration: wide }, { createdTime: wide }].map(ranged),
    ])
    const facet = (wanted: string) => whole.facets.find(({ name }) => name === wanted)
    return {
      bounds: ['pageNumber', 'duration'].map(facet),
      approval: facet('approval'),
      found: found.map(({ ids }) => ids),
    }
  }
  const [first, next] = [numbered(1), numbered(2)]
  const plain = { ...someDocument(new Chance(7), first), approval: 'Approved' as const }
  const had = { pages: 3, duration: 2.5, createdInFileAt: 5000, expiresAt: 50 }
  const none = { pages: null, duration: null, createdInFileAt: null, expiresAt: null }
  await index.apply([{ ...plain, ...had }], [])
  expect(await told()).toEqual({
    bounds: [
      { name: 'pageNumber', min: 3, max: 3 },
      { name: 'duration', min: 2.5, max: 2.5 },
    ],
    approval: { name: 'approval', values: [{ value: 'Expired', count: 1 }] },
    found: [[first], [first], [first]],
  })

  await index.apply([], [first])
  // what is swept when there is nothing else is swept in one slice or two
  for (let times = 0; times < 10; times++) await index.apply([], [])
  await index.apply([{ ...plain, ...none, id: next }], [])
  const left = {
    bounds: [{ name: 'pageNumber' }, { name: 'duration' }],
    approval: { name: 'approval', values: [{ value: 'Approved', count: 1 }] },
    found: [[], [], []],
  }
  expect(await told()).toEqual(left)

  const restored = fastSearchIndex(few)
  await restored.restore(index.dump({ where: 'here' }))
  index = restored
  expect(await told()).toEqual(left)
})

const all: SearchQuery = {
  ...{ sees: 'everything', albums: null, now: 10, text: null, values: {}, ranges: {} },
  ...{ sortBy: 'time', ascending: false, start: 0, limit: 10, facets: false, customFields: [] },
}

const inAlbum: SearchQuery = { ...all, sees: 'approved-and-unexpired', albums: ['a' as CollectionId] }

/** How many bytes it was. */
async function read(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of chunks) bytes += chunk.byteLength
  return bytes
}

async function* oneByOne(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

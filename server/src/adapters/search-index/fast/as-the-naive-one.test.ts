import { expect, test } from 'vitest'
import {
  Chance,
  someDocument,
  someId,
  someQuery,
  someRestriction,
  someSlip,
  someSuggestion,
} from '../../../../test/contracts/search-index-differential.ts'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { SearchIndex } from '../../../domain/ports/search-index.ts'
import { naiveSearchIndex } from '../naive-search-index.ts'
import { fastSearchIndex } from './fast-search-index.ts'

const libraries = 100
const rounds = 100
// another seed every day would find more, and nobody could tell what broke; DIFFERENTIAL_SEED tries another
const firstSeed = Number(process.env.DIFFERENTIAL_SEED ?? 1)

test(`${libraries * rounds} rounds of writes and questions find no difference between the fast index and the naive one`, async () => {
  for (let library = 0; library < libraries; library++) {
    const seed = firstSeed * 1_000_003 + library
    await driveBoth(seed)
  }
}, 300_000)

async function driveBoth(seed: number): Promise<void> {
  const chance = new Chance(seed)
  const most = 10 + chance.below(chance.chance(0.2) ? 300 : 60)
  const naive = naiveSearchIndex()
  // dead slots are swept all the time, or hardly ever; at once, or with many writes and questions between two slices
  const leastDead = chance.of([1, 8, 64, 4096])
  const sweptAtOnce = chance.of([64, 512, 4096, 2 ** 20])
  const fast = fastSearchIndex({ leastDead, sweptAtOnce, leastCommon: chance.of([2, 12, 40, 4096]), sweepMs: 0 })
  for (let round = 0; round < rounds; round++) {
    const where = `seed ${seed}, round ${round}`
    if (chance.chance(0.35)) await write(chance, most, naive, fast)
    if (chance.chance(0.01)) await Promise.all([naive.clear(), fast.clear()])
    if (chance.chance(0.02)) await dumpAndRestore(fast, where)
    if (chance.chance(0.02)) await writeWhileDumped(chance, most, { naive, fast }, where)
    if (chance.chance(0.03)) for (const _ of fast.prepare()) await ask(chance, naive, fast, where)
    await ask(chance, naive, fast, where)
  }
}

async function write(chance: Chance, most: number, ...indexes: SearchIndex[]): Promise<void> {
  const many = chance.chance(0.2) ? most : chance.below(6)
  const changed = Array.from({ length: many }, () => someDocument(chance, someId(chance, most)))
  const removed = Array.from({ length: chance.below(4) }, () => someId(chance, most))
  for (const index of indexes) await index.apply(changed, removed)
}

async function dumpAndRestore(index: SearchIndex, where: string): Promise<void> {
  const before = index.size()
  const header = await index.restore(index.dump({ where, seq: 7 }))
  expect([header, index.size()], where).toEqual([{ where, seq: 7 }, before])
}

/** The dump is of the moment it was begun, and the index goes on. */
async function writeWhileDumped(
  chance: Chance,
  most: number,
  { naive, fast }: { naive: SearchIndex; fast: SearchIndex },
  where: string,
): Promise<void> {
  const [asItWas, restored] = [
    naiveSearchIndex(),
    fastSearchIndex({ leastDead: 1, sweptAtOnce: 256, leastCommon: 6, sweepMs: 0 }),
  ]
  const chunks = fast.dump({ where })
  await asItWas.restore(naive.dump({ where }))
  for (let times = chance.below(4); times >= 0; times--) await write(chance, most, naive, fast)
  await restored.restore(chunks)
  for (let times = 0; times < 3; times++) await ask(chance, asItWas, restored, `${where}, from the dump`)
  await write(chance, most, asItWas, restored)
  await ask(chance, asItWas, restored, `${where}, from the dump and on`)
}

async function ask(chance: Chance, naive: SearchIndex, fast: SearchIndex, where: string): Promise<void> {
  const [kind, within] = [chance.next(), someRestriction(chance)]
  if (kind < 0.08) {
    const { field, prefix, limit } = someSuggestion(chance)
    const [right, given] = await both(naive, fast, (index) => index.suggest(field, prefix, limit, within))
    differ(right, given, where, { field, prefix, limit, within })
  } else if (kind < 0.12) {
    const word = someSlip(chance)
    const [right, given] = await both(naive, fast, (index) => index.closestWords(word, 5, within))
    differ(right, given, where, { word, within })
  } else if (kind < 0.14) {
    const ids = Array.from({ length: 5 }, () => someId(chance, 300)) as AssetId[]
    const [right, given] = await both(naive, fast, async (index) => [index.fingerprintsOf(ids), index.size()])
    differ(right, given, where, ids)
  } else {
    const query = someQuery(chance)
    const [right, given] = await both(naive, fast, (index) => index.search(query))
    differ(right, given, where, query)
  }
}

const both = <T>(naive: SearchIndex, fast: SearchIndex, work: (index: SearchIndex) => Promise<T>): Promise<[T, T]> =>
  Promise.all([work(naive), work(fast)])

function differ(right: unknown, given: unknown, where: string, question: unknown): void {
  if (JSON.stringify(right) === JSON.stringify(given)) return
  expect(given, `${where}: ${JSON.stringify(question)}`).toEqual(right)
  throw new Error(`${where}: the same, in another shape: ${JSON.stringify(given)}`)
}

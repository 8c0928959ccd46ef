import { expect, test } from 'vitest'
import { Chance } from '../../../../test/contracts/search-index-differential.ts'
import { hasBit, setBit } from './bits.ts'
import { hitsOf } from './hits.ts'
import { KeywordsAndTags } from './keywords-and-tags.ts'
import { Sweep } from './sweep.ts'

const words = 100
type Labels = { keywords: string[]; tags: string[] }

test('keywords and tags are counted and found whatever slots were swept and given again, also after they were saved', () => {
  const chance = new Chance(31)
  const right = new Map<number, Labels>()
  const dead = new Set<number>()
  let lists = new KeywordsAndTags()
  for (let round = 0; round < 5000; round++) {
    const slot = chance.below(words * 32)
    if (dead.has(slot)) continue
    if (right.delete(slot)) dead.add(slot)
    else {
      const labels = { keywords: someValues(chance, 20), tags: someValues(chance, 60) }
      lists.add(slot, labels)
      right.set(slot, labels)
    }
    if (round % 500 === 499) {
      const ask = () => {
        for (const field of ['keywords', 'tags'] as const) expectSame(chance, lists, field, right)
      }
      // what is asked between two slices is answered right too
      const sweep = new Sweep(setOf(dead), 10_000)
      for (const _ of lists.sweep(sweep)) ask()
      dead.clear()
      ask()
    }
    if (round % 2000 === 999) lists = saved(lists)
  }
})

function someValues(chance: Chance, spellings: number): string[] {
  const many = chance.chance(0.2) ? 0 : 1 + chance.below(5)
  return Array.from({ length: many }, () => `${chance.of(['Word', 'word', 'other'])} ${chance.below(spellings)}`)
}

function expectSame(
  chance: Chance,
  lists: KeywordsAndTags,
  name: keyof Labels,
  right: ReadonlyMap<number, Labels>,
): void {
  const field = lists[name]
  const hits = setOf([...right.keys()].filter(() => chance.chance(0.7)))
  const [having, without] = [new Uint32Array(words), new Uint32Array(words)]
  const counted = new Map<string, number>()
  const oneByOne = new Uint32Array(field.spellings.count)
  let [count, none] = [0, 0]
  for (const [slot, { [name]: values }] of right) {
    if (!hasBit(hits, slot)) continue
    count++
    if (values.length === 0) none++
    for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
    expect(field.countSlot(slot, 1, oneByOne)).toBe(values.length > 0)
  }
  const asked = hitsOf(hits, count, words)
  // whichever is asked first, each has its own
  if (chance.chance(0.5)) lists[name === 'tags' ? 'keywords' : 'tags'].count(asked)
  const found = field.count(asked)
  expect(found).toEqual({ counts: oneByOne, without: none })
  for (const [number, times] of found.counts.entries()) {
    expect(times).toBe(counted.get(field.spellings.textOf(number)) ?? 0)
  }

  field.addHaving('word 7', having)
  field.addWithout(hits, without)
  for (const [slot, { [name]: values }] of right) {
    expect(hasBit(having, slot)).toBe(values.some((value) => value.toLowerCase() === 'word 7'))
    expect(hasBit(without, slot)).toBe(values.length === 0)
  }
}

function setOf(slots: Iterable<number>): Uint32Array {
  const set = new Uint32Array(words)
  for (const slot of slots) setBit(set, slot)
  return set
}

function saved(lists: KeywordsAndTags): KeywordsAndTags {
  const again = new KeywordsAndTags()
  again.load(new Map(lists.save().map(({ name, bytes }) => [name, bytes.slice()])))
  lists.endDump()
  return again
}

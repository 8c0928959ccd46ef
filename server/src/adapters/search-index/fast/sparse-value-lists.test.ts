import { expect, test } from 'vitest'
import { Chance } from '../../../../test/contracts/search-index-differential.ts'
import { hasBit, setBit } from './bits.ts'
import { hitsOf } from './hits.ts'
import { SparseValueLists } from './sparse-value-lists.ts'
import { Sweep } from './sweep.ts'

const words = 100
/** Those behind never have a value. */
const slots = 3000
const others = Array.from({ length: 200 }, (_, at) => slots + at)

test('values of some slots are counted and found whatever was swept and given again, also after they were saved', () => {
  const chance = new Chance(32)
  const right = new Map<number, string[]>()
  const dead = new Set<number>()
  let lists = new SparseValueLists()
  for (let round = 0; round < 5000; round++) {
    const slot = chance.below(slots)
    if (dead.has(slot)) continue
    if (right.delete(slot)) dead.add(slot)
    else {
      const values = Array.from({ length: 1 + chance.below(4) }, () => `${chance.of(['A', 'a'])} ${chance.below(30)}`)
      lists.add(slot, values)
      right.set(slot, values)
    }
    if (round % 500 === 499) {
      for (const _ of lists.sweep(new Sweep(setOf(dead), 4000))) expectSame(chance, lists, right)
      dead.clear()
      expectSame(chance, lists, right)
    }
    if (round % 2000 === 999) lists = saved(lists)
  }
})

function expectSame(chance: Chance, lists: SparseValueLists, right: ReadonlyMap<number, readonly string[]>): void {
  const hits = setOf([...[...right.keys()].filter(() => chance.chance(0.5)), ...others])
  const counted = new Map<string, number>()
  const oneByOne = new Uint32Array(lists.spellings.count)
  let count = others.length
  for (const [slot, values] of right) {
    if (!hasBit(hits, slot)) continue
    count++
    for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
    expect(lists.countSlot(slot, 1, oneByOne)).toBe(true)
  }
  const { counts, without } = lists.count(hitsOf(hits, count, words))
  expect([counts, without]).toEqual([oneByOne, others.length])
  for (const [number, times] of counts.entries()) {
    expect(times).toBe(counted.get(lists.spellings.textOf(number)) ?? 0)
  }

  const [having, none] = [new Uint32Array(words), new Uint32Array(words)]
  lists.addHaving('a 7', having)
  for (const [slot, values] of right) {
    expect(hasBit(having, slot)).toBe(values.some((value) => value.toLowerCase() === 'a 7'))
  }
  lists.addWithout(hits, none)
  expect(none).toEqual(setOf(others))
}

function setOf(slots: Iterable<number>): Uint32Array {
  const set = new Uint32Array(words)
  for (const slot of slots) setBit(set, slot)
  return set
}

function saved(lists: SparseValueLists): SparseValueLists {
  const again = new SparseValueLists()
  again.load('lists', new Map(lists.save('lists').map(({ name, bytes }) => [name, bytes.slice()])))
  lists.endDump()
  return again
}

import { expect, test } from 'vitest'
import { Chance } from '../../../../test/contracts/search-index-differential.ts'
import { hasBit, setBit } from './bits.ts'
import { hitsOf } from './hits.ts'
import { SparseValueLists } from './sparse-value-lists.ts'
import { Sweep } from './sweep.ts'
import { ValueLists } from './value-lists.ts'

const words = 100

test('values are counted and found whatever slots were swept and given again, where every slot has a list', () => {
  drive(new Chance(31), () => new ValueLists(), 0.2)
})

test('values are counted and found whatever slots were swept and given again, where few slots have any', () => {
  drive(new Chance(32), () => new SparseValueLists(), 0.7)
})

function drive(chance: Chance, make: () => ValueLists | SparseValueLists, empty: number): void {
  const right = new Map<number, string[]>()
  let lists = make()
  const dead = new Set<number>()
  for (let round = 0; round < 8000; round++) {
    const slot = chance.below(words * 32)
    if (dead.has(slot)) continue
    if (right.delete(slot)) dead.add(slot)
    else {
      const many = chance.chance(empty) ? 0 : 1 + chance.below(5)
      const values = Array.from({ length: many }, () => `${chance.of(['Word', 'word', 'other'])} ${chance.below(30)}`)
      if (lists instanceof ValueLists || many > 0) lists.add(slot, values)
      right.set(slot, values)
    }
    if (round % 500 === 499) {
      sweep(lists, dead, () => expectSame(chance, lists, right))
      expectSame(chance, lists, right)
    }
    if (round % 2000 === 999) lists = saved(lists, make())
  }
}

function expectSame(
  chance: Chance,
  lists: ValueLists | SparseValueLists,
  right: ReadonlyMap<number, readonly string[]>,
): void {
  const [hits, having, without] = [new Uint32Array(words), new Uint32Array(words), new Uint32Array(words)]
  const counted = new Map<string, number>()
  let [count, none] = [0, 0]
  const oneByOne = new Uint32Array(lists.spellings.count)
  for (const [slot, values] of right) {
    if (chance.chance(0.3)) continue
    setBit(hits, slot)
    count++
    if (values.length === 0) none++
    for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
    expect(lists.countSlot(slot, 1, oneByOne)).toBe(values.length > 0)
  }
  const found = lists.count(hitsOf(hits, count, words))
  expect(found.without).toBe(none)
  expect(found.counts).toEqual(oneByOne)
  for (const [number, times] of found.counts.entries()) {
    expect(times).toBe(counted.get(lists.spellings.textOf(number)) ?? 0)
  }

  lists.addHaving('word 7', having)
  lists.addWithout(hits, without)
  for (const [slot, values] of right) {
    expect(hasBit(having, slot)).toBe(values.some((value) => value.toLowerCase() === 'word 7'))
    expect(hasBit(without, slot)).toBe(hasBit(hits, slot) && values.length === 0)
  }
}

/** What is asked between two slices is answered right too. */
function sweep(lists: ValueLists | SparseValueLists, slots: Set<number>, ask: () => void): void {
  const dead = new Uint32Array(words)
  for (const slot of slots) setBit(dead, slot)
  let slices = 0
  for (const _ of lists.sweep(new Sweep(dead, 1000))) if (slices++ % 3 === 0) ask()
  slots.clear()
}

function saved<L extends ValueLists | SparseValueLists>(lists: L, again: L): L {
  again.load('lists', new Map(lists.save('lists').map(({ name, bytes }) => [name, bytes.slice()])))
  lists.endDump()
  return again
}

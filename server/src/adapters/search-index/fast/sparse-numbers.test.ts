import { expect, test } from 'vitest'
import { Chance } from '../../../../test/contracts/search-index-differential.ts'
import { countBits, listSlots, setBit } from './bits.ts'
import { hitsOf } from './hits.ts'
import { float64, SparseNumbers } from './sparse-numbers.ts'

test('numbers of some slots are found whatever came, changed and went, also after they were saved', () => {
  const chance = new Chance(11)
  const right = new Map<number, number>()
  let numbers = new SparseNumbers(float64)
  for (let round = 0; round < 20_000; round++) {
    const slot = chance.below(chance.chance(0.9) ? 5000 : 40_000)
    if (chance.chance(0.3)) {
      numbers.forget(slot)
      right.delete(slot)
    } else {
      numbers.put(slot, round)
      right.set(slot, round)
    }
    if (round % 5000 === 0) numbers = loaded(numbers)
  }
  expect(numbers.count).toBe(right.size)
  for (let slot = 0; slot < 41_000; slot++) expect(numbers.numberOf(slot)).toBe(right.get(slot) ?? Number.NaN)

  // few are looked up, of many whole words are
  for (const every of [97, 3]) {
    const some = new Uint32Array(2000)
    for (let slot = 0; slot < 41_000; slot += every) setBit(some, slot)
    const wanted = [...right].filter(([slot]) => slot % every === 0).sort(([a], [b]) => a - b)
    const within: [number, number][] = []
    const among: [number, number][] = []
    numbers.visitWithin(some, noteIn(within))
    numbers.visitAmong(hitsOf(some, countBits(some, 2000), 2000), noteIn(among))
    expect(within).toEqual(wanted)
    expect(among).toEqual(wanted)
    const { slots, numbers: found } = numbers.within(some)
    expect(Array.from(slots, (slot, at) => [slot, found[at]])).toEqual(wanted)
  }
})

test('those of a set with a number within limits are left, whether it is nearly all that have one or few of them', () => {
  const chance = new Chance(12)
  const numbers = new SparseNumbers(float64)
  const right = new Map<number, number>()
  for (let slot = 0; slot < 5000; slot++) {
    if (chance.chance(0.6)) right.set(slot, chance.below(10))
  }
  for (const [slot, number] of right) numbers.put(slot, number)

  for (const share of [0, 0.1, 0.5, 0.95, 1]) {
    // beyond the last that has one there are hits too
    const slots = Array.from({ length: 9000 }, (_, slot) => slot).filter(() => chance.chance(share))
    for (const limits of [
      { begin: 3, last: 6, end: Number.POSITIVE_INFINITY },
      { begin: 3, last: Number.POSITIVE_INFINITY, end: 6 },
      { begin: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY },
    ]) {
      const hits = new Uint32Array(300)
      for (const slot of slots) setBit(hits, slot)
      numbers.narrow(hits, limits)
      const left = new Uint32Array(countBits(hits, 300))
      listSlots(hits, 300, left)

      const isWithin = (number = Number.NaN) => number >= limits.begin && number <= limits.last && number < limits.end
      expect([...left]).toEqual(slots.filter((slot) => isWithin(right.get(slot))))
    }
  }
})

const noteIn = (found: [number, number][]) => (slots: Uint32Array, numbers: Float64Array, count: number) => {
  for (let at = 0; at < count; at++) found.push([slots[at] ?? -1, numbers[at] ?? -1])
}

function loaded(numbers: SparseNumbers): SparseNumbers {
  const again = new SparseNumbers(float64)
  again.load('some', new Map(numbers.save('some').map(({ name, bytes }) => [name, bytes])))
  return again
}

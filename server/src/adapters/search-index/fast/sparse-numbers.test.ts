import { expect, test } from 'vitest'
import { Chance } from '../../../../test/contracts/search-index-differential.ts'
import { countBits, setBit } from './bits.ts'
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

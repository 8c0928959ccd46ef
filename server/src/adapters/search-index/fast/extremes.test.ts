import { expect, test } from 'vitest'
import { Chance } from '../../../../test/contracts/search-index-differential.ts'
import { clearBit, hasBit, setBit } from './bits.ts'
import { Extremes } from './extremes.ts'

test('the bounds of any hits are right, or not told, whatever came and went', () => {
  const chance = new Chance(5)
  let told = 0
  for (const rising of [true, false]) {
    const numbers = new Map<number, number>()
    const [live, hits] = [new Uint32Array(200), new Uint32Array(200)]
    const number = (slot: number) => (chance.chance(0.1) ? Number.NaN : rising ? slot : chance.below(900) - 100)
    for (let slot = 0; slot < 2000; slot++) {
      numbers.set(slot, number(slot))
      setBit(live, slot)
    }
    const make = (sign: 1 | -1) => {
      const slots = Uint32Array.from(numbers.keys()).filter((slot) => hasBit(live, slot))
      const made = new Extremes(sign)
      made.fill(
        slots,
        Float64Array.from(slots, (slot) => numbers.get(slot) ?? Number.NaN),
      )
      return made
    }
    let [least, greatest] = [make(1), make(-1)]
    for (let round = 0; round < 4000; round++) {
      const slot = chance.below(2000)
      const now = numbers.get(slot) ?? Number.NaN
      if (hasBit(live, slot)) {
        clearBit(live, slot)
        least.remove(slot, now)
        greatest.remove(slot, now)
      } else {
        const next = number(slot)
        numbers.set(slot, next)
        setBit(live, slot)
        least.add(slot, next)
        greatest.add(slot, next)
      }
      if (round % 50 !== 0) continue
      if (least.isWorn) least = make(1)
      if (greatest.isWorn) greatest = make(-1)
      hits.fill(0)
      const share = chance.of([0.001, 0.02, 1])
      for (let slot = 0; slot < 2000; slot++) if (hasBit(live, slot) && chance.chance(share)) setBit(hits, slot)
      const there = [...numbers].filter(([slot, one]) => hasBit(hits, slot) && !Number.isNaN(one)).map(([, one]) => one)
      for (const [extremes, right] of [
        [least, Math.min(...there)],
        [greatest, Math.max(...there)],
      ] as const) {
        const bound = extremes.boundOf(hits)
        if (bound === null) continue
        told++
        expect(bound, `round ${round}`).toBe(there.length === 0 ? Number.NaN : right)
      }
    }
  }
  expect(told).toBeGreaterThan(100)
})

test('of fewer than are kept, nothing is missing', () => {
  const extremes = new Extremes(-1)
  const hits = Uint32Array.of(0b110)
  extremes.add(1, 5)
  expect(extremes.boundOf(hits)).toBe(5)
  extremes.remove(1, 5)

  expect(extremes.boundOf(hits)).toBeNaN()
  extremes.add(2, 0)
  expect(extremes.boundOf(hits)).toBe(0)
})

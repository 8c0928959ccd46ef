import { expect, test } from 'vitest'
import { compareNames } from '../../../domain/search/compare-names.ts'
import { randomIds } from '../../crypto/random-ids.ts'
import { asciiOrderKey } from './ascii-order.ts'
import { IdTable } from './id-table.ts'
import { sortByNumberAndId } from './sort-slots.ts'

test.each([
  ['few ties', 3000, (at: number) => ((at * 7919) % 2500) - 1000.5],
  ['ties of tens of thousands', 45_000, (at: number) => (at % 2) * 10],
])('slots are in order of their numbers, then of their ids, in both directions: %s', (_, count, numberOf) => {
  const ids = new IdTable()
  const texts = Array.from({ length: count }, () => randomIds.newId())
  for (const [slot, id] of texts.entries()) ids.put(id, slot)
  const numbers = Float64Array.from(texts, (_, at) => numberOf(at))
  const slots = Uint32Array.from(texts, (_, at) => at)

  for (const sign of [1, -1]) {
    const right = Array.from(slots).sort(
      (a, b) =>
        sign * ((numbers[a] as number) - (numbers[b] as number)) ||
        ((texts[a] as string) < (texts[b] as string) ? -1 : 1),
    )
    expect(Array.from(sortByNumberAndId(slots, numbers, sign === 1, ids)).join()).toBe(right.join())
  }
})

test('keys of names compare as names do', () => {
  const characters = [
    ...'aAbz019 ._-!~\t\u0000(',
    ...Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit)),
  ]
  let state = 7
  const next = (end: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % end
  }
  const name = () =>
    Array.from({ length: next(7) }, () => characters[next(next(2) === 0 ? 15 : characters.length)]).join('')
  for (let round = 0; round < 50_000; round++) {
    const [a, b] = [name(), name()]
    const [left, right] = [asciiOrderKey(a) as string, asciiOrderKey(b) as string]
    const order = left < right ? -1 : left > right ? 1 : 0
    if (order !== Math.sign(compareNames(a, b))) expect([a, b, order]).toEqual([a, b, compareNames(a, b)])
  }
  expect(asciiOrderKey('é')).toBeNull()
})

import { expect, test } from 'vitest'
import { compareNames } from '../../../domain/search/compare-names.ts'
import { randomIds } from '../../crypto/random-ids.ts'
import { atOnce } from './at-once.ts'
import { IdTable } from './id-table.ts'
import { sortNames } from './sort-names.ts'
import { sortById, sortByNumber } from './sort-slots.ts'

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
    expect(Array.from(atOnce(sortByNumber(atOnce(sortById(slots, ids)), numbers, sign === 1))).join()).toBe(
      right.join(),
    )
  }
})

test('names are sorted as they compare, whether they are ASCII or not', () => {
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
  const names = Array.from({ length: 30_000 }, (_, at) => (at % 50 === 0 ? `é${name()}` : name()))

  const { inOrder, areAlike } = atOnce(sortNames(names.length, (at) => names[at] as string))

  expect(new Set(inOrder).size).toBe(names.length)
  for (let at = 1; at < inOrder.length; at++) {
    const [a, b] = [inOrder[at - 1] as number, inOrder[at] as number]
    const order = compareNames(names[a] as string, names[b] as string)
    if (order > 0 || areAlike(a, b) !== (order === 0)) expect([names[a], names[b]]).toEqual(['in order', order])
  }
})

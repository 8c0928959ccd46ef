import { expect, test } from 'vitest'
import { Chance } from '../../../../test/contracts/search-index-differential.ts'
import { hasBit, setBit } from './bits.ts'
import { hitsOf } from './hits.ts'
import { Sweep } from './sweep.ts'
import { ValueColumn } from './value-column.ts'

test('the one value of each slot is counted and found whatever slots were given again, also after it was saved', () => {
  const chance = new Chance(21)
  const right = new Map<number, string>()
  let column = new ValueColumn()
  for (let round = 0; round < 5000; round++) {
    const slot = chance.below(3000)
    if (right.has(slot)) sweep(column, [slot])
    const value = `${chance.of(['Owner', 'owner', 'other'])} ${chance.below(40)}`
    column.add(slot, value)
    right.set(slot, value)
    if (round % 1000 === 0) column = saved(column)
  }
  expectSame(chance, column, right)
})

test('more values than two bytes can tell apart are told apart', () => {
  const column = new ValueColumn()
  const values = 70_000
  for (let slot = 0; slot < values; slot++) column.add(slot, `owner ${slot}`)
  const again = saved(column)
  again.add(3, 'somebody new')

  for (const slot of [0, 65_535, 65_536, values - 1]) expect(again.valueOf(slot)).toBe(`owner ${slot}`)
  expect([column.valueOf(3), again.valueOf(3)]).toEqual(['owner 3', 'somebody new'])
})

test('what is saved is of its moment, whatever slot that was free is given meanwhile', () => {
  const column = new ValueColumn()
  for (let slot = 0; slot < 100; slot++) column.add(slot, `owner ${slot % 7}`)
  sweep(column, [50])
  const sections = column.save('owner')
  column.add(50, 'somebody new')
  column.add(100, 'somebody newer')

  const again = new ValueColumn()
  again.load('owner', new Map(sections.map(({ name, bytes }) => [name, bytes.slice()])))
  const hits = new Uint32Array(8)
  for (let slot = 0; slot < 100; slot++) if (slot !== 50) setBit(hits, slot)
  const { counts } = again.count(hitsOf(hits, 99, 8))
  expect([...counts]).toEqual([15, 14, 14, 14, 14, 14, 14])
})

function expectSame(chance: Chance, column: ValueColumn, right: ReadonlyMap<number, string>): void {
  const [hits, having] = [new Uint32Array(100), new Uint32Array(100)]
  const counted = new Map<string, number>()
  let count = 0
  for (const [slot, value] of right) {
    expect(column.valueOf(slot)).toBe(value)
    if (chance.chance(0.5)) continue
    setBit(hits, slot)
    count++
    counted.set(value, (counted.get(value) ?? 0) + 1)
  }
  const { counts, without } = column.count(hitsOf(hits, count, 100))
  expect(without).toBe(0)
  for (const [number, found] of counts.entries()) {
    expect(found).toBe(counted.get(column.spellings.textOf(number)) ?? 0)
  }
  column.addHaving('owner 5', having)
  for (const [slot, value] of right) expect(hasBit(having, slot)).toBe(value.toLowerCase() === 'owner 5')
}

function sweep(column: ValueColumn, slots: readonly number[]): void {
  const dead = new Uint32Array(100)
  for (const slot of slots) setBit(dead, slot)
  for (const _ of column.sweep(new Sweep(dead, 1000)));
}

function saved(column: ValueColumn): ValueColumn {
  const again = new ValueColumn()
  again.load('owner', new Map(column.save('owner').map(({ name, bytes }) => [name, bytes.slice()])))
  column.endDump()
  return again
}

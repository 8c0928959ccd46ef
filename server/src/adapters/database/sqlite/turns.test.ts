import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { oncePerTurn, Turns } from './turns.ts'

let turns: Turns
let asked: number
let stamp: () => number

beforeEach(() => {
  turns = new Turns()
  asked = 0
  stamp = oncePerTurn(turns, () => ++asked)
})

test('requests of one turn share one look', () => {
  turns.begin()
  expect(stamp()).toBe(1)
  turns.begin()
  expect(stamp()).toBe(1)
})

test('a commit made here is seen at once, within the turn too', () => {
  turns.begin()
  stamp()
  turns.renew()
  expect(stamp()).toBe(2)
  expect(stamp()).toBe(2)
})

test('the next turn looks again', async () => {
  turns.begin()
  stamp()
  await turnOfTheLoop()
  expect(stamp()).toBe(2)
  turns.begin()
  expect(stamp()).toBe(3)
})

test('outside of a turn every look is a new one, and none is kept for the turn that follows', () => {
  stamp()
  expect(stamp()).toBe(2)
  turns.begin()
  expect(stamp()).toBe(3)
})

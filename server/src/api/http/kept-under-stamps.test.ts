import { expect, test } from 'vitest'
import { keptUnderStamps } from './kept-under-stamps.ts'

function counted() {
  const kept = keptUnderStamps<number>()
  const owner = {}
  let looks = 0
  return (key: string, ...stamps: (number | null)[]) => kept.under(owner, stamps, key, async () => ++looks)
}

test('what was looked up holds while nothing was committed', async () => {
  const look = counted()
  expect([await look('a', 1, 7), await look('a', 1, 7), await look('b', 1, 7)]).toEqual([1, 1, 2])
})

test('a commit in either database ends it', async () => {
  const look = counted()
  expect([await look('a', 1, 7), await look('a', 2, 7), await look('a', 2, 8)]).toEqual([1, 2, 3])
})

test('nothing is kept where only the server could tell of commits', async () => {
  const look = counted()
  expect([await look('a', 1, null), await look('a', 1, null)]).toEqual([1, 2])
})

test('a refusal is not kept', async () => {
  const kept = keptUnderStamps<string>()
  const owner = {}
  const refuse = () => Promise.reject(new Error('not now'))

  await expect(kept.under(owner, [1], 'a', refuse)).rejects.toThrow('not now')

  expect(await kept.under(owner, [1], 'a', async () => 'now')).toBe('now')
})

import { expect, test } from 'vitest'
import { checkRateLimits, limitOf, usualRateLimits } from './rate-limits.ts'

test('a method has its own limit, else the usual one times the factor, else none', () => {
  const limits = { on: true, factor: 2.5, perMinute: { '#5': 7 } }

  expect(limitOf(usualRateLimits, '#3', 500)).toBe(500)
  expect([limitOf(limits, '#3', 500), limitOf(limits, '#5', 200)]).toEqual([1250, 7])
  expect(limitOf({ ...limits, on: false }, '#5', 200)).toBeNull()
  expect(limitOf({ ...limits, factor: 0.01 }, '#share-work', 30)).toBe(1)
})

test.each([
  { factor: 0 },
  { factor: Number.NaN },
  { factor: 1001 },
  { perMinute: { '#45': 5 } },
  { perMinute: { '3': 5 } },
  { perMinute: { '#3': 0 } },
  { perMinute: { '#3': 1.5 } },
  { perMinute: { '#3': 1_000_001 } },
])('%j is refused', (wrong) => {
  expect(() => checkRateLimits({ ...usualRateLimits, ...wrong })).toThrow(/is|can't/)
})

import { expect, test } from 'vitest'
import { retryAfterMs, usualBackOff, waitAfter } from './back-off.ts'

test('waits double up to the longest, half of each left to chance', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempt) => waitAfter(attempt, usualBackOff, 1))
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  expect(waitAfter(2, usualBackOff, 0)).toBe(500)
})

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 7 ', 7000],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 50_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After "%s" is %s milliseconds', (header, expected) => {
  expect(retryAfterMs(header, 10_000)).toBe(expected)
})

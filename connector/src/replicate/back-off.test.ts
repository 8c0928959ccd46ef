import { expect, test } from 'vitest'
import { backOffMs } from './back-off.ts'

test('each failure waits twice as long, up to ten minutes', () => {
  expect([1, 2, 3, 4].map((failures) => backOffMs(failures, () => 1))).toEqual([1000, 2000, 4000, 8000])
  expect(backOffMs(100, () => 1)).toBe(600_000)
})

test('not everything comes back at the same moment', () => {
  expect(backOffMs(3, () => 0)).toBe(2000)
  expect(backOffMs(3, () => 0.5)).toBe(3000)
})

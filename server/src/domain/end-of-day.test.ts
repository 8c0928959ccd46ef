import { expect, test } from 'vitest'
import { endOfDay, lastDayBefore } from './end-of-day.ts'

test('a day lasts until the next one begins, in UTC', () => {
  expect(endOfDay('2026-12-31', 'expires')).toBe(Date.UTC(2027, 0, 1))
  expect(lastDayBefore(Date.UTC(2027, 0, 1))).toBe('2026-12-31')
  expect(endOfDay('2028-02-29', 'expires')).toBe(Date.UTC(2028, 2, 1))
})

test.each(['', '2026-02-29', '2026-13-01', '2026-1-1', '20261231', '2026-12-31T00:00:00Z', 'tomorrow', '0000-00-00'])(
  'what is no day is refused: %s',
  (text) => {
    expect(() => endOfDay(text, 'expires')).toThrow('expires is')
  },
)

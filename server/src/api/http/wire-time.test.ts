import { expect, test } from 'vitest'
import { toWireTime } from './wire-time.ts'

test('a time is written in seventeen digits, as its parts stand in ISO 8601', () => {
  const times = [
    '2026-01-15T12:34:56.789Z',
    '1969-12-31T23:59:59.999Z',
    '2024-02-29T00:00:00.000Z',
    '1000-01-01T00:00:00.001Z',
  ]

  for (const time of times) expect(toWireTime(Date.parse(time))).toBe(time.replace(/\D/g, ''))
  expect(toWireTime(1_700_000_000_000.7)).toBe('20231114221320000')
})

test('a year that a file states absurdly is written too', () => {
  expect(toWireTime(Date.parse('0987-06-05T00:00:00.000Z'))).toBe('09870605000000000')
  expect(toWireTime(Date.parse('+012026-01-15T00:00:00.000Z'))).toBe('0120260115000000000')
})

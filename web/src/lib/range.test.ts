import { expect, test } from 'vitest'
import { parseRange, rangeInWords, serverRange, writeRange } from './range.ts'

test('what is written is read again, open ends too', () => {
  for (const range of [
    { from: '3', to: '5.5' },
    { from: '-2', to: '' },
    { from: '', to: '2026-12-31' },
  ]) {
    expect(parseRange(writeRange(range) ?? '')).toEqual(range)
  }
})

test('a range that somebody gives the wrong way round is turned, a comma is a point', () => {
  expect(writeRange({ from: '10', to: '9,5' })).toBe('9.5..10')
  expect(writeRange({ from: '2026-02-01', to: '2026-01-01' })).toBe('2026-01-01..2026-02-01')
})

test('nothing, and what is no number, is no range', () => {
  expect(writeRange({ from: ' ', to: '' })).toBeNull()
  expect(writeRange({ from: 'a', to: '5' })).toBeNull()
  expect(parseRange('x..y')).toEqual({ from: '', to: '' })
})

test('the server gets days as seconds', () => {
  expect(serverRange('1970-01-02..')).toBe('86400..')
  expect(serverRange('3..5')).toBe('3..5')
})

test('a range is told in words', () => {
  expect(['3..5', '3..', '..5'].map(rangeInWords)).toEqual(['3 – 5', 'from 3', 'to 5'])
})

import { expect, test } from 'vitest'
import { count, formatBytes } from './format.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [1_450_000, '1.5 MB'],
  [123_456_789, '123 MB'],
  [2_000_000_000_000, '2 TB'],
])('%i is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})

test('things are counted in words', () => {
  expect([0, 1, 1200].map((number) => count(number, 'file', 'files'))).toEqual(['0 files', '1 file', '1,200 files'])
})

import { expect, test } from 'vitest'
import { parseRanges } from './parse-ranges.ts'

test.each([
  ['bytes=0-0', [{ start: 0, end: 0 }]],
  ['bytes=0-99', [{ start: 0, end: 99 }]],
  ['bytes=10-', [{ start: 10, end: 99 }]],
  ['bytes=-10', [{ start: 90, end: 99 }]],
  ['bytes=-1000', [{ start: 0, end: 99 }]],
  ['bytes=90-1000', [{ start: 90, end: 99 }]],
  ['Bytes = 0-1', null],
  [' bytes=0-1 ', [{ start: 0, end: 1 }]],
  [
    'bytes=0-1, 5-6 ,,-1',
    [
      { start: 0, end: 1 },
      { start: 5, end: 6 },
      { start: 99, end: 99 },
    ],
  ],
  [
    'bytes=50-51,0-1',
    [
      { start: 50, end: 51 },
      { start: 0, end: 1 },
    ],
  ],
  ['bytes=0-1,100-', [{ start: 0, end: 1 }]],
  ['bytes=100-', []],
  ['bytes=-0', []],
  ['bytes=5-4', null],
  ['bytes=-', null],
  ['bytes=a-b', null],
  ['bytes=', null],
  ['items=0-1', null],
  ['bytes=0-10,10-20', null],
  [`bytes=${Array.from({ length: 51 }, (_, index) => `${index}-${index}`)}`, null],
  [undefined, null],
])('%s of a hundred bytes', (header, ranges) => {
  expect(parseRanges(header, 100)).toEqual(ranges)
})

test('nothing has no ranges', () => {
  expect(parseRanges('bytes=0-', 0)).toEqual([])
  expect(parseRanges('bytes=-1', 0)).toEqual([])
})

import { expect, test } from 'vitest'
import { parseFileTime } from './file-time.ts'

test.each([
  ['2016:03:24 14:49:51', undefined, Date.UTC(2016, 2, 24, 14, 49, 51)],
  ['2016:03:24 14:49:51.308', undefined, Date.UTC(2016, 2, 24, 14, 49, 51, 308)],
  ['2016:03:24 14:49:51.3085+01:00', undefined, Date.UTC(2016, 2, 24, 13, 49, 51, 308)],
  ['2016:03:24 14:49:51', '+08:00', Date.UTC(2016, 2, 24, 6, 49, 51)],
  ['2016:03:24 14:49:51Z', '+08:00', Date.UTC(2016, 2, 24, 14, 49, 51)],
  ['2009:04:01 16:39:25-0700', undefined, Date.UTC(2009, 3, 1, 23, 39, 25)],
  ['2016:03:24', undefined, Date.UTC(2016, 2, 24)],
  ['0000:00:00 00:00:00', undefined, null],
  ['2016:13:45 99:99:99', undefined, null],
  ['yesterday', undefined, null],
  ['', undefined, null],
])('%j with offset %j', (text, offset, time) => {
  expect(parseFileTime(text, offset)).toBe(time)
})

import { expect, test } from 'vitest'
import { pageAddress, pageWidth, scaleOf, stepped } from './pages.ts'

const a4 = { frame: { width: 1028, height: 728 }, shape: 595 / 842, points: 595 }

test('a page is as wide as the frame, as high as the frame, or as large as on paper', () => {
  expect(pageWidth('width', a4)).toBe(1000)
  expect(pageWidth('height', a4)).toBeCloseTo(494.7, 1)
  expect(pageWidth(1, a4)).toBeCloseTo(793.3, 1)
})

test('zooming goes by the usual sizes and ends at the last', () => {
  expect([stepped(1, 1), stepped(0.62, -1), stepped(0.62, 1), stepped(4, 1)]).toEqual([1.25, 0.5, 0.75, 4])
  expect(scaleOf(pageWidth(1.5, a4), 595)).toBeCloseTo(1.5)
})

test('a page has an address for each size', () => {
  const address = '/direct/page/a/v/1/s/{page}-{size}'
  expect(pageAddress({ count: 9, width: 1, height: 1, address }, 3, 800)).toBe('/direct/page/a/v/1/s/3-800')
})

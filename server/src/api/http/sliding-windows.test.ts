import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slidingWindows } from './sliding-windows.ts'

test('N are served in a minute, the next is not, and each leaves a minute after it came', () => {
  const windows = slidingWindows()
  const at = (now: number) => windows.take('#5 a', 3, now)

  expect([at(0), at(30_000), at(30_000)].map(({ served, remaining }) => [served, remaining])).toEqual([
    [true, 2],
    [true, 1],
    [true, 0],
  ])
  expect(at(40_000)).toEqual({ served: false, remaining: 0, resetSeconds: 20 })
  expect(at(59_999)).toEqual({ served: false, remaining: 0, resetSeconds: 1 })
  expect(at(60_000)).toEqual({ served: true, remaining: 0, resetSeconds: 30 })
  expect(at(60_001).served).toBe(false)
})

test('who is refused and asks on and on is served as soon as one who waited', () => {
  const windows = slidingWindows()
  for (let now = 0; now < 60_000; now += 100) windows.take('a', 1, now)
  expect(windows.take('a', 1, 60_000).served).toBe(true)
})

test('callers and methods do not share a window', () => {
  const windows = slidingWindows()
  expect(windows.take('#5 a', 1, 0).served).toBe(true)
  expect(windows.take('#5 b', 1, 0).served).toBe(true)
  expect(windows.take('#9 a', 1, 0).served).toBe(true)
  expect(windows.take('#5 a', 1, 0).served).toBe(false)
})

test('in no minute whatsoever more than N are served, and never fewer than could be', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, limit) => {
      const windows = slidingWindows()
      const served: number[] = []
      let now = 0
      for (const wait of waits) {
        now += wait
        const lately = served.filter((time) => time > now - 60_000).length
        const place = windows.take('a', limit, now)
        expect(place.served).toBe(lately < limit)
        if (place.served) served.push(now)
      }
    }),
  )
})

test('who has not asked for a minute takes no memory, and a flood of callers takes only so much', () => {
  const windows = slidingWindows()
  for (let caller = 0; caller < 1000; caller++) windows.take(`caller ${caller}`, 1, 0)
  windows.take('later', 1, 70_000)
  expect(windows.size()).toBe(1)

  for (let caller = 0; caller < 150_000; caller++) windows.take(`caller ${caller}`, 1, 80_000)
  expect(windows.size()).toBeLessThanOrEqual(100_001)
})

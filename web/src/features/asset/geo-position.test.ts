import { expect, test } from 'vitest'
import { mapAddress, parsePosition } from './geo-position.ts'

test('a position in the words of a camera is a place on a map', () => {
  const place = parsePosition(`40 deg 0' 14.71" S, 116 deg 29' 5.21" E`)

  expect(place?.latitude).toBeCloseTo(-40.004086, 6)
  expect(place?.longitude).toBeCloseTo(116.484781, 6)
  expect(place && mapAddress(place)).toBe(
    'https://www.openstreetmap.org/?mlat=-40.004086&mlon=116.484781#map=15/-40.004086/116.484781',
  )
})

test.for(['', 'Berlin', `40 deg 0' 14.71" N`, `400 deg 0' 0" N, 1 deg 0' 0" E`])('%s is no position', (text) => {
  expect(parsePosition(text)).toBeNull()
})

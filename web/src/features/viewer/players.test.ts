import { expect, test } from 'vitest'
import { frameAt } from '../../lib/storyboard/storyboard-frame.ts'
import { clockTime } from './clock-time.ts'
import { secondsAfterKey } from './seconds-after-key.ts'

test('times are told as on a clock', () => {
  expect([clockTime(0), clockTime(65.9), clockTime(3725)]).toEqual(['0:00', '1:05', '1:02:05'])
})

test('keys go through time like through any slider, and not beyond its ends', () => {
  expect(secondsAfterKey('ArrowRight', 10, 200)).toBe(15)
  expect(secondsAfterKey('ArrowLeft', 2, 200)).toBe(0)
  expect(secondsAfterKey('ArrowRight', 1, 10)).toBe(1.5)
  expect(secondsAfterKey('PageUp', 190, 200)).toBe(200)
  expect(secondsAfterKey('End', 3, 200)).toBe(200)
  expect(secondsAfterKey('a', 3, 200)).toBeNull()
})

test('each time has its frame in the storyboard, the last one to the end', () => {
  const board = { address: '', columns: 4, frames: 10, frameWidth: 160, frameHeight: 90, everySeconds: 2 }
  expect(frameAt(board, 0)).toEqual({ left: 0, top: 0 })
  expect(frameAt(board, 11.9)).toEqual({ left: 160, top: 90 })
  expect(frameAt(board, 999)).toEqual({ left: 160, top: 180 })
})

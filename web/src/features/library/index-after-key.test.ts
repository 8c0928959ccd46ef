import { expect, test } from 'vitest'
import { indexAfterKey } from './index-after-key.ts'

const grid = { columns: 5, count: 12, rowsPerPage: 2 }

test('arrow keys walk to the neighbours', () => {
  expect(indexAfterKey('ArrowRight', 4, grid)).toBe(5)
  expect(indexAfterKey('ArrowLeft', 5, grid)).toBe(4)
  expect(indexAfterKey('ArrowDown', 1, grid)).toBe(6)
  expect(indexAfterKey('ArrowUp', 6, grid)).toBe(1)
})

test('the edges hold', () => {
  expect(indexAfterKey('ArrowLeft', 0, grid)).toBe(0)
  expect(indexAfterKey('ArrowRight', 11, grid)).toBe(11)
  expect(indexAfterKey('ArrowUp', 3, grid)).toBe(3)
  expect(indexAfterKey('ArrowDown', 10, grid)).toBe(10)
})

test('down into a short last line lands on its last tile', () => {
  expect(indexAfterKey('ArrowDown', 8, grid)).toBe(11)
})

test('Home and End go to the first and the last of all', () => {
  expect(indexAfterKey('Home', 7, grid)).toBe(0)
  expect(indexAfterKey('End', 7, grid)).toBe(11)
})

test('a page is what fits on the screen', () => {
  expect(indexAfterKey('PageDown', 0, grid)).toBe(10)
  expect(indexAfterKey('PageUp', 11, grid)).toBe(1)
  expect(indexAfterKey('PageUp', 3, grid)).toBe(0)
})

test('other keys are left alone', () => {
  expect(indexAfterKey('a', 3, grid)).toBeNull()
  expect(indexAfterKey('toString', 3, grid)).toBeNull()
})

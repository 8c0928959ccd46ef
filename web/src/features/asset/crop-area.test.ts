import { expect, test } from 'vitest'
import { dragged, inShape, withinPicture } from './crop-area.ts'

const picture = { width: 400, height: 300 }
const area = { left: 100, top: 100, width: 100, height: 100 }
const free = { picture, shape: null }

test('an area is moved as it is, and stops at the edges', () => {
  expect(dragged(area, 'move', { x: 30, y: -20 }, free)).toEqual({ ...area, left: 130, top: 80 })
  expect(dragged(area, 'move', { x: 999, y: 999 }, free)).toEqual({ ...area, left: 300, top: 200 })
})

test('a corner moves its two sides, an edge one', () => {
  expect(dragged(area, 'nw', { x: -10, y: 20 }, free)).toEqual({ left: 90, top: 120, width: 110, height: 80 })
  expect(dragged(area, 'e', { x: 50, y: 999 }, free)).toEqual({ ...area, width: 150 })
  expect(dragged(area, 'se', { x: 999, y: -999 }, free)).toEqual({ left: 100, top: 100, width: 300, height: 1 })
})

test('a shape is kept, within the picture', () => {
  const wide = { picture, shape: 2 }
  expect(dragged(area, 'e', { x: 100, y: 0 }, wide)).toEqual({ left: 100, top: 100, width: 200, height: 100 })
  expect(dragged(area, 's', { x: 0, y: 900 }, wide)).toEqual({ left: 100, top: 100, width: 300, height: 150 })
  expect(dragged(area, 'nw', { x: -900, y: 0 }, wide)).toEqual({ left: 0, top: 100, width: 200, height: 100 })
})

test('another shape is cut out of the middle', () => {
  expect(inShape({ left: 0, top: 0, ...picture }, 1, picture)).toEqual({ left: 50, top: 0, width: 300, height: 300 })
})

test('numbers somebody typed become an area of the picture', () => {
  expect(withinPicture({ left: -5, top: 299, width: 9999, height: 0 }, picture)).toEqual({
    left: 0,
    top: 299,
    width: 400,
    height: 1,
  })
})

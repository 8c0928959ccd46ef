import { expect, test } from 'vitest'
import { fitted, isFitted, panned, type Stage, zoomedBy, zoomedTo } from './zoom.ts'

const stage: Stage = { frame: { width: 800, height: 600 }, picture: { width: 4000, height: 2000 }, density: 1 }
const small: Stage = { ...stage, picture: { width: 100, height: 50 } }

test('a picture is shown whole, and a small one at its own size', () => {
  expect(fitted(stage)).toEqual({ scale: 0.2, x: 0, y: 0 })
  expect(fitted(small)).toEqual({ scale: 1, x: 0, y: 0 })
})

test('on a dense screen a small picture takes as many pixels as it has', () => {
  expect(fitted({ ...small, density: 2 }).scale).toBe(0.5)
})

test('what lies under the pointer stays there', () => {
  const at = { x: 200, y: 100 }
  const before = fitted(stage)
  const after = zoomedTo(before, 1, stage, at)

  const shownThere = ({ scale, x, y }: typeof before) => [(at.x - x) / scale, (at.y - y) / scale]
  expect(shownThere(after)).toEqual(shownThere(before))
})

test('it is never smaller than whole, nor eight times its pixels', () => {
  expect(zoomedBy(fitted(stage), -3, stage)).toEqual(fitted(stage))
  expect(zoomedBy(fitted(stage), 100, stage).scale).toBe(8)
  expect(isFitted(zoomedBy(fitted(stage), 1, stage), stage)).toBe(false)
})

test('it is moved as far as its edges, and not at all while it is whole', () => {
  expect(panned(fitted(stage), { x: 50, y: 50 }, stage)).toEqual(fitted(stage))
  expect(panned({ scale: 1, x: 0, y: 0 }, { x: 9999, y: -9999 }, stage)).toEqual({ scale: 1, x: 1600, y: -700 })
})

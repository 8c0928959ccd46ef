import { expect, test } from 'vitest'
import { foundNear, indexNow } from './tile-place.ts'

const listOf = (letters: string) => (index: number) => {
  const id = letters[index]
  return id === undefined ? undefined : { id }
}

test('what stands where it stood is found there', () => {
  expect(indexNow(listOf('abcde'), { index: 2, id: 'c' })).toBe(2)
})

test('what others pushed down or drew up is found beside its former place', () => {
  expect(indexNow(listOf('xyabcde'), { index: 2, id: 'c' })).toBe(4)
  expect(indexNow(listOf('cde'), { index: 2, id: 'c' })).toBe(0)
})

test('what is gone, or has not come yet, leaves its place', () => {
  expect(indexNow(listOf('abde'), { index: 2, id: 'c' })).toBe(2)
  expect(indexNow(() => undefined, { index: 2, id: 'c' })).toBe(2)
  expect(foundNear(listOf('abde'), { index: 2, id: 'c' })).toBeNull()
})

test('a place without an asset is a place', () => {
  expect(indexNow(listOf('abcde'), { index: 3, id: '' })).toBe(3)
})

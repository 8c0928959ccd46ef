import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesApart } from './names-apart.ts'

test('a name that is taken gets a number before its extension', () => {
  expect(namesApart(['a.jpg', 'b.jpg', 'A.JPG', 'a.jpg', 'a (2).jpg', 'notes', 'notes'])).toEqual([
    'a.jpg',
    'b.jpg',
    'A (2).JPG',
    'a (3).jpg',
    'a (2) (2).jpg',
    'notes',
    'notes (2)',
  ])
})

test('no name leads out of the folder', () => {
  expect(namesApart(['..', '../../etc/passwd', 'C:\\x.jpg'])).toEqual(['unnamed', 'passwd', 'x.jpg'])
})

test('whatever the names are, none is the same as another', () => {
  const some = fc.array(fc.oneof(fc.constantFrom('a.jpg', 'A.jpg', 'a (2).jpg', 'a'), fc.string()), { maxLength: 30 })
  fc.assert(
    fc.property(some, (names) => {
      const apart = namesApart(names)
      expect(new Set(apart.map((name) => name.toLowerCase())).size).toBe(names.length)
    }),
  )
})

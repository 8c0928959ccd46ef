import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Edit, editName, editNamed } from './edit.ts'

const pixels = fc.integer({ min: 0, max: 99_999 })
const edits: fc.Arbitrary<Edit> = fc.record({
  crop: fc.option(fc.record({ width: pixels, height: pixels, top: pixels, left: pixels })),
  size: fc.option(fc.record({ width: pixels, height: pixels, fit: fc.constantFrom('inside', 'exact') })),
  dpi: fc.option(fc.integer({ min: 1, max: 9999 })),
  format: fc.constantFrom('jpeg', 'png'),
})

test('an edit has a name of its own, which leads back to it', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      expect(editNamed(editName(edit))).toEqual(edit)
    }),
  )
})

test('a name needs nothing encoded in an address', () => {
  fc.assert(
    fc.property(edits, (edit) => {
      expect(editName(edit)).toMatch(/^[a-z0-9.+-]+$/)
    }),
  )
})

test.each(['', 'edit', 'edit.gif', 'edit-crop1x1.jpg', 'edit-72dpi-exact1x1.jpg', 'xedit.jpg', 'edit.jpg/..'])(
  'another text is none: %s',
  (text) => {
    expect(editNamed(text)).toBeUndefined()
  },
)

import { expect, test } from 'vitest'
import { literal } from './asset-list.ts'

test('a keyword made of filter symbols is asked for as it stands', () => {
  expect(literal('C++')).toBe('C\\+\\+')
  expect(literal('a|b')).toBe('a\\|b')
  expect(literal('back\\slash')).toBe('back\\\\slash')
  expect(literal('plain words')).toBe('plain words')
})

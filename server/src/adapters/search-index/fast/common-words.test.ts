import { expect, test } from 'vitest'
import { CommonWords } from './common-words.ts'

test('a word that becomes common with a slot given again is known only beyond all slots there were', () => {
  const common = new CommonWords(2)
  common.note(7, 0, 9, 1)
  common.note(8, 0, 12, 1)
  common.note(7, 0, 3, 2)
  expect(common.knownSince(7)).toBe(13)

  common.note(7, 0, 5, 3)
  common.note(7, 0, 13, 4)
  const known = new Uint32Array(1)
  common.addInField(7, 0, known)
  expect(known[0]).toBe(2 ** 13)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'
import { foldWords } from './fold-words.ts'

test.each([
  ['tiger forest', 'tiger forest'],
  ['HTMLFile', 'html+file'],
  ['TigerForest.JPG', 'tiger+forest jpg'],
  ['IMG_0042', 'img 0042'],
  ['photo2Beach', 'photo2+beach'],
  ['iPhone', 'i+phone'],
  ['ÉcoleÉté', 'ecole+ete'],
  ['e\u0301cole', 'ecole'],
  ["don't", 'don t'],
  ['co\u00adop', 'coop'],
  ['東京tower', '東京+tower'],
  ['東京が', '東京が'],
  ['ẞ ß', 'ss ss'],
  ['½ litre', '1 2 litre'],
  ['🎄 – !', ''],
])('"%s" is split into "%s"', (text, expected) => {
  const words = foldWords(text).map(({ parts }) => parts.join('+'))
  expect(words.join(' ')).toBe(expected)
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
    { numRuns: 1000 },
  )
})

test('words are the same whether or not something beside them is more than ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aZbY09 ._-\t\u0000~') }), (text) => {
      expect([...foldWords(text), ...foldWords('é')]).toEqual(foldWords(`${text} é`))
    }),
    { numRuns: 1000 },
  )
})

test('a word without regard to case has the same whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abXYéÉßøЖж09') }), (text) => {
      const wholes = (spelling: string) => foldWords(spelling).map((word) => word.whole)
      expect(wholes(text.toUpperCase())).toEqual(wholes(text))
    }),
  )
})

test('the whole of a word is its parts together', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { whole, parts } of foldWords(text)) {
        expect(foldText(parts.join(''))).toBe(whole)
        expect(parts).not.toContain('')
      }
    }),
    { numRuns: 1000 },
  )
})

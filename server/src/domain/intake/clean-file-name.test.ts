import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName } from './clean-file-name.ts'

test.each([
  ['poster.jpg', 'poster.jpg'],
  ['/home/mara/poster.jpg', 'poster.jpg'],
  ['C:\\Users\\Mara\\poster.jpg', 'poster.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['a/b\\c/d.png', 'd.png'],
  ['line\nbreak/and\rmore.jpg', 'and_more.jpg'],
  ['Wer "das" liest?.jpg', 'Wer _das_ liest_.jpg'],
  ['a:b*c<d>e|f.jpg', 'a_b_c_d_e_f.jpg'],
  ['tab\tand\u0000null\u007f\u0085.jpg', 'tab_and_null__.jpg'],
  ['Grüße 猫 🖼.jpg', 'Grüße 猫 🖼.jpg'],
  ['  spaces around.jpg ', 'spaces around.jpg'],
  ['.htaccess', '.htaccess'],
  ['', 'unnamed'],
  ['   ', 'unnamed'],
  ['folder/', 'unnamed'],
  ['..', 'unnamed'],
  ['\ud800.jpg', '\ufffd.jpg'],
])('%j is kept as %j', (sent, kept) => {
  expect(cleanFileName(sent)).toBe(kept)
})

test('a long name is shortened before its extension, by whole characters', () => {
  const name = cleanFileName(`${'🖼'.repeat(300)}.jpeg`)

  expect([...name]).toHaveLength(200)
  expect(name).toMatch(/🖼\.jpeg$/u)
  expect(cleanFileName('x'.repeat(200))).toBe('x'.repeat(200))
  expect(cleanFileName(`a.${'x'.repeat(300)}`)).toBe(`a.${'x'.repeat(198)}`)
})

test('whatever comes, the name is one that stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
      const name = cleanFileName(sent)
      expect(name).toBe(cleanFileName(name))
      expect(name).not.toBe('')
      expect([...name].length).toBeLessThanOrEqual(200)
    }),
  )
})

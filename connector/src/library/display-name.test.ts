import { expect, test } from 'vitest'
import { cleanName, freeDisplayName } from './display-name.ts'

const among =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name)

test('a name in use gets the lowest free number before its extension', () => {
  expect(freeDisplayName('poster.jpg', among())).toBe('poster.jpg')
  expect(freeDisplayName('Poster.JPG', among('poster.jpg'))).toBe('Poster (2).JPG')
  expect(freeDisplayName('poster.jpg', among('poster.jpg', 'poster (2).jpg'))).toBe('poster (3).jpg')
  expect(freeDisplayName('README', among('readme'))).toBe('README (2)')
  expect(freeDisplayName('.profile', among('.profile'))).toBe('.profile (2)')
})

test.each([
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['a\u0000b\nc.jpg', 'a_b_c.jpg'],
  ['invoice\u202egpj.exe', 'invoice_gpj.exe'],
  ['', 'unnamed'],
  ['  ', 'unnamed'],
  [`${'x'.repeat(500)}.tiff`, `${'x'.repeat(200)}.tiff`],
  ['Größe 🖨️.pdf', 'Größe 🖨️.pdf'],
])('%j is shown as %j', (name, shown) => {
  expect(cleanName(name)).toBe(shown)
})

import { expect, test } from 'vitest'
import { schemes } from '../asset/scheme.ts'
import { iconSvg } from './icon-svg.ts'

test('the six kinds look different', () => {
  expect(new Set(schemes.map((scheme) => iconSvg(scheme, 'x'))).size).toBe(6)
})

test('the extension is its label, in capitals and shortened to fit', () => {
  expect(iconSvg('document', 'docx')).toContain('>DOCX</text>')
  expect(iconSvg('other', 'verylongone')).toContain('>VERYL…</text>')
  expect(iconSvg('other', '')).not.toContain('<text')
})

test('an extension can not break out of its label', () => {
  const svg = iconSvg('other', '<x/>"')

  expect(svg).toContain('>&#60;X/&#62;&#34;</text>')
})

import fc from 'fast-check'
import type { Texts } from './arbitrary-of.ts'

/** What clients send by mistake, and what others send on purpose. */
const odd = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'undefined',
  '%',
  '%00',
  '\u0000',
  '..',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  '"*',
  '((((',
  '<script>',
  '🐅'.repeat(50),
  'é\u0301',
  '\u202e',
  'x'.repeat(5000),
  'a|b+c',
  '\\',
  '1..2',
  '5..1',
  '..',
  '99999999999999999999..',
  '2030-12-31',
  '2030-02-31',
  '0000-00-00',
  '99999-01-01',
  '2026',
  '200x200',
  '99999999x1',
  '0x0+0+0',
  'jpg',
  'png',
  'image',
  'IMAGE',
  'true',
  'ascending',
  'name',
  'code',
  'https://example.com/',
  'http://[::1',
  'somebody@acme.example',
]

/** What fits where it has this name, what leads somewhere else, and what leads nowhere. */
export const textsAbout =
  ({ fitting, known }: { fitting(name: string): string | undefined; known(): readonly string[] }): Texts =>
  (name) =>
    fc.oneof(
      { weight: fitting(name) === undefined ? 0 : 12, arbitrary: fc.constant(null).map(() => fitting(name) ?? '') },
      { weight: 4, arbitrary: fc.nat().map((index) => known()[index % known().length] ?? '') },
      { weight: 3, arbitrary: fc.constantFrom(...odd) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    )

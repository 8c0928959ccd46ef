import { expect, test } from 'vitest'
import { Invalid } from '../domain-error.ts'
import { checkedValue } from './checked-value.ts'
import type { CustomField, CustomFieldType } from './custom-field.ts'

const field = (type: CustomFieldType): CustomField => ({
  id: 'meta_text_0',
  name: 'Field',
  description: '',
  type,
  choices: type.endsWith('CHOICE') ? ['A', 'b, c', 'Größe'] : [],
})

test.each<[CustomFieldType, string | string[], unknown]>([
  ['TEXT', ' some text\nof two lines ', 'some text\nof two lines'],
  ['LABEL', 'x', 'x'],
  ['TEXT', '  ', null],
  ['NUMBER', '-12.50', '-12.50'],
  ['NUMBER', '1e3', '1e3'],
  ['NUMBER', '', null],
  ['RATING', '0', '0'],
  ['RATING', '5', '5'],
  ['DATE', '2024-02-29', '2024-02-29'],
  ['DATE', '20150401234123714', '2015-04-01'],
  ['URL', 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['SINGLECHOICE', 'größe', 'Größe'],
  ['SINGLECHOICE', ['A'], 'A'],
  ['MULTICHOICE', ['A', 'a', 'b, c'], ['A', 'b, c']],
  ['MULTICHOICE', 'A', ['A']],
  ['MULTICHOICE', ['', ' '], null],
])('a %s takes %j', (type, given, kept) => {
  expect(checkedValue(field(type), given)).toEqual(kept)
})

test.each<[CustomFieldType, string | string[]]>([
  ['NUMBER', 'a'],
  ['NUMBER', '0x10'],
  ['NUMBER', '1e999'],
  ['NUMBER', 'Infinity'],
  ['NUMBER', '1,5'],
  ['RATING', '6'],
  ['RATING', '2.5'],
  ['RATING', '-1'],
  ['DATE', '2023-02-29'],
  ['DATE', '29.02.2024'],
  ['DATE', '2024-13-01'],
  ['URL', 'example.com'],
  ['URL', 'javascript:alert(1)'],
  ['URL', 'ftp://example.com'],
  ['SINGLECHOICE', 'B'],
  ['SINGLECHOICE', ['A', 'Größe']],
  ['MULTICHOICE', ['A', 'B']],
  ['TEXT', ['a', 'b']],
])('a %s does not take %j', (type, given) => {
  expect(() => checkedValue(field(type), given)).toThrow(Invalid)
  expect(() => checkedValue(field(type), given)).toThrow(/^Field: /)
})

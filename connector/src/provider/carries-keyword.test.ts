import { expect, test } from 'vitest'
import { carriesKeyword } from './carries-keyword.ts'

test.each([
  ['print', ['Print'], true],
  ['C++', ['c++'], true],
  ['C++', ['C'], false],
  ['a|b', ['a', 'b'], false],
  ['a|b', ['a|b'], true],
  ['“quoted" \\', ['“quoted" \\'], true],
  ['🖨️', ['🖨️'], true],
  ['café', ['cafe\u0301'], true],
  ['cafe', ['café'], false],
  ['ready to print', ['ready', 'to', 'print'], false],
  ['print', [], false],
])('%s on a file with %j', (keyword, keywords, carries) => {
  expect(carriesKeyword({ keywords }, keyword)).toBe(carries)
})

import { expect, test } from 'vitest'
import { addressesIn } from './upload-links.ts'

test('addresses are read however a person separates them, each once', () => {
  expect(addressesIn(' a@x.org, b@x.org;c@x.org\nd@x.org\r\na@x.org ')).toEqual([
    'a@x.org',
    'b@x.org',
    'c@x.org',
    'd@x.org',
  ])
  expect(addressesIn('  ')).toEqual([])
})

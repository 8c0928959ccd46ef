import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localServer } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import { allOf, anyOf, escapeFilterValue, withKeyword, withTag } from './filter-values.ts'
import { segment } from './path.ts'
import { searchQuery } from './search-query.ts'
import { fixedToken } from './token-source.ts'

const picture = { scheme: 'image', id: 'a' } as const

test('any text is one segment of a path, and comes out as it went in', async () => {
  await using server = await localServer((_, response) => void response.end())
  const client = createClient({ origin: server.origin, token: fixedToken('t') })
  const nasty = [
    '?',
    '#',
    '%',
    '%2F',
    'a/b',
    '\\',
    '..a',
    'C++ | "x"',
    '🖨️ print',
    '  ',
    'ü\u0000',
    '?layer=-1',
    ';',
    '&=',
  ]

  for (const tag of nasty) {
    await client.addTag(picture, tag)
    const { path = '', query } = server.heard.at(-1) ?? {}
    expect(query).toBe('')
    expect(path.split('/').slice(0, -1).join('/')).toBe('/api/v1/image/a/tag')
    expect(decodeURIComponent(path.split('/').at(-1) ?? '')).toBe(tag)
  }
})

test('every segment survives an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text !== '.' && text !== '..')
      const { pathname, search, hash } = new URL(`http://x/a/${segment(text)}`)
      expect([decodeURIComponent(pathname.slice(3)), search, hash]).toEqual([text, '', ''])
    }),
  )
})

test.each(['.', '..'])('"%s" is refused, because no client can send it', (text) => {
  expect(() => segment(text)).toThrow(/cannot be sent/)
})

test('half of a character is replaced, not thrown about', () => {
  expect(segment('a\ud800')).toBe('a%EF%BF%BD')
  expect(searchQuery({ keyword: '\ud800' })).toBe('keyword=%EF%BF%BD')
})

test('values of filters', () => {
  expect(escapeFilterValue('C++|a\\b')).toBe('C\\+\\+\\|a\\\\b')
  expect(anyOf(['a', 'b|c'])).toBe('a|b\\|c')
  expect(allOf(['a', 'C++'])).toBe('a+C\\+\\+')
})

test('in a query, signs are encoded and nothing is a plus by accident', () => {
  expect(
    searchQuery({
      keyword: 'late sun+C',
      tags: allOf(['a b', 'C+']),
      searchInField: ['filename', 'tags'],
      aggsEnabled: false,
      limit: 5,
    }),
  ).toBe(
    'keyword=late%20sun%2BC&tags=a%20b%2BC%5C%2B&searchInField=filename&searchInField=tags&aggsEnabled=false&limit=5',
  )
})

test('one exact keyword, as Descant and as Canto take it', () => {
  expect(withKeyword('C++ | x', 'descant')).toEqual({ keywordsLiteral: 'C++ | x' })
  expect(withTag('C++', 'descant')).toEqual({ tagsLiteral: 'C++' })
  expect(withKeyword('For print 🖨', 'canto')).toEqual({ keywords: 'For print 🖨' })
  expect(withTag('plain', 'canto')).toEqual({ tags: 'plain' })
  expect(withKeyword('C++ | x', 'canto')).toEqual({ keyword: 'C x', searchInField: ['keywords'] })
  expect(withTag('+++', 'canto')).toEqual({ keyword: '+++', searchInField: ['tags'] })
})

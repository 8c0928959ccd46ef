import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Invalid } from '../domain-error.ts'
import { parseSearch } from './parse-search.ts'

const escaped = (value: string) => value.replace(/[\\|+]/g, (character) => `\\${character}`)

test('an empty query is everything, newest first, a hundred at a time, with facets', () => {
  expect(parseSearch('')).toEqual({
    keyword: '',
    text: null,
    values: {},
    ranges: {},
    sortBy: 'time',
    ascending: false,
    limit: 100,
    start: 0,
    facets: true,
  })
})

test('unknown parameters are ignored, however they are written', () => {
  expect(parseSearch('?access_token=x&colour=%zz&%zz=1&&=&meta_colour_0=a&Limit=none')).toEqual(parseSearch(''))
})

test('sorting and paging are read without regard to case', () => {
  expect(parseSearch('sortBy=NAME&sortDirection=Ascending&limit=10000&start=7&aggsEnabled=FALSE')).toMatchObject({
    sortBy: 'name',
    ascending: true,
    limit: 10_000,
    start: 7,
    facets: false,
  })
})

test('the last of several counts where there can be only one', () => {
  expect(parseSearch('limit=5&limit=6&keyword=a&keyword=b')).toMatchObject({ limit: 6, keyword: 'b' })
})

describe('values', () => {
  test.each([
    ['tags=a', { match: 'any', values: ['a'] }],
    ['tags=a|b', { match: 'any', values: ['a', 'b'] }],
    ['tags=a%7Cb', { match: 'any', values: ['a', 'b'] }],
    ['tags=a+b', { match: 'all', values: ['a', 'b'] }],
    ['tags=a%2Bb', { match: 'all', values: ['a', 'b'] }],
    ['tags=a+b%2Bc', { match: 'all', values: ['a', 'b', 'c'] }],
    ['tags=a%20b', { match: 'any', values: ['a b'] }],
    ['tags=C%5C%2B%5C%2B', { match: 'any', values: ['C++'] }],
    ['tags=C\\+\\+|a', { match: 'any', values: ['C++', 'a'] }],
    ['tags=a\\\\b', { match: 'any', values: ['a\\b'] }],
    ['tags=a\\|b%2Bc', { match: 'all', values: ['a|b', 'c'] }],
    ['tags=Untagged', { match: 'any', values: [], none: true }],
    ['tags=UNTAGGED|a', { match: 'any', values: ['a'], none: true }],
    ['tags=\\Untagged', { match: 'any', values: ['Untagged'] }],
    ['tags=Unkeyworded', { match: 'any', values: ['Unkeyworded'] }],
    ['tagsLiteral=a|b+%2B%5C', { match: 'any', values: ['a|b +\\'] }],
    ['tagsLiteral=Untagged', { match: 'any', values: ['Untagged'] }],
  ])('%s', (wire, filter) => {
    expect(parseSearch(wire).values.tags).toEqual([filter])
    expect(
      parseSearch(wire.replace('tags', 'keywords').replace(/untagged/i, 'Unkeyworded')).values.keywords,
    ).toBeDefined()
  })

  test('a plus is a space where it is not AND, and itself when percent-encoded', () => {
    expect(parseSearch('owner=in%2Bes@example.com').values.owner).toEqual([
      { match: 'any', values: ['in+es@example.com'] },
    ])
    expect(parseSearch('keyword=late+sun').keyword).toBe('late sun')
  })

  test('words of a fixed set come in our spelling', () => {
    const { values } = parseSearch(
      'approval=APPROVED|pending&orientation=portrait&storageClass=Freeze&fileType=.jpg|PDF',
    )
    expect(values).toEqual({
      approval: [{ match: 'any', values: ['Approved', 'Pending'] }],
      orientation: [{ match: 'any', values: ['Portrait'] }],
      storageClass: [{ match: 'any', values: ['freeze'] }],
      fileType: [{ match: 'any', values: ['jpg', 'PDF'] }],
    })
  })

  test('a parameter given twice, or in both spellings, must hold both times', () => {
    expect(parseSearch('tags=a&tags=b&tagsLiteral=c+d').values.tags).toEqual([
      { match: 'any', values: ['a'] },
      { match: 'any', values: ['b'] },
      { match: 'any', values: ['c d'] },
    ])
  })

  test('any value survives escaping, alone and in company', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^un(tagged|keyworded)$/i.test(text))
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.constantFrom('|', '+'), (values, separator) => {
        const wire = encodeURIComponent(values.map(escaped).join(separator))
        const match = separator === '+' && values.length > 1 ? 'all' : 'any'

        expect(parseSearch(`tags=${wire}`).values.tags).toEqual([{ match, values }])
        expect(parseSearch(`keywordsLiteral=${encodeURIComponent(values.join())}`).values.keywords).toEqual([
          { match: 'any', values: [values.join()] },
        ])
      }),
    )
  })
})

describe('ranges', () => {
  test.each([
    ['fileSize=5..10', 'fileSize', { from: 5, to: 10 }],
    ['fileSize=5..', 'fileSize', { from: 5, to: null }],
    ['fileSize=..10', 'fileSize', { from: null, to: 10 }],
    ['fileSize=5..5', 'fileSize', { from: 5, to: 5 }],
    ['createdTime=-10..-5', 'createdTime', { from: -10, to: -5 }],
    ['resolution=1.5..72.5', 'resolution', { from: 1.5, to: 72.5 }],
    ['uploadedTime=1571042449..1571301649', 'uploaded', { from: 1571042449, to: 1571301649 }],
    ['lastModified=1%2E%2E2', 'lastModified', { from: 1, to: 2 }],
  ])('%s', (wire, name, range) => {
    expect(parseSearch(wire).ranges).toEqual({ [name]: range })
  })
})

describe('what cannot be is refused with the parameter’s name', () => {
  test.each([
    'limit=0',
    'limit=10001',
    'limit=-1',
    'limit=1.5',
    'limit=ten',
    'limit=',
    'limit=1e3',
    'start=-1',
    'start=x',
    'sortBy=colour',
    'sortDirection=up',
    'operator=xor',
    'exactMatch=maybe',
    'aggsEnabled=0',
    'scheme=Image',
    'scheme=picture',
    'scheme=image+video',
    'approval=fine',
    'approval=Expired|pending',
    'approval=pending|EXPIRED',
    'approval=%20',
    'orientation=upright',
    'storageClass=cold',
    'tags=a|b+c',
    'tags=a%7Cb%2Bc',
    'keywords=a+b|c',
    'keywords=C++',
    'keywords=a|',
    'tags=a%5C',
    'tags=%zz',
    'keyword=%ff',
    'fileSize=5',
    'fileSize=10..5',
    'fileSize=a..b',
    'fileSize=..',
    'created=1...5',
    'duration=1..2..3',
    'dimension=1e3..',
    `keyword=${'a+'.repeat(300)}`,
  ])('%s', (wire) => {
    const name = wire.slice(0, wire.indexOf('='))
    expect(() => parseSearch(wire)).toThrow(Invalid)
    expect(() => parseSearch(wire)).toThrow(new RegExp(`^${name}: `))
  })

  test('whatever comes in, it is understood or refused, never an accident', () => {
    const names = 'keyword tags keywords tagsLiteral approval scheme owner fileSize created limit start sortBy operator'
    const pair = fc.tuple(fc.constantFrom(...names.split(' '), 'other'), fc.string({ unit: 'binary' }))
    const wire = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pair).map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
      fc.array(pair).map((pairs) => pairs.map(([name, value]) => `${name}=${percent(value)}`).join('&')),
    )
    fc.assert(
      fc.property(wire, (raw) => {
        try {
          expect(parseSearch(raw).limit).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

test('filters of custom fields go by the kind their id says', () => {
  const { values, ranges } = parseSearch(
    'meta_text_0=a+b%7Cc&meta_multichoice_12=a%20b+c&meta_num_0=-1.5..&meta_date_3=..9&meta_url_1=&meta_num_1=',
  )

  expect(values).toEqual({
    meta_text_0: [{ match: 'any', values: ['a b', 'c'] }],
    meta_multichoice_12: [{ match: 'all', values: ['a b', 'c'] }],
  })
  expect(ranges).toEqual({ meta_num_0: { from: -1.5, to: null }, meta_date_3: { from: null, to: 9 } })
  expect(() => parseSearch('meta_num_0=5')).toThrow(/^meta_num_0: /)
  expect(() => parseSearch('meta_date_0=2024-01-01..')).toThrow(/^meta_date_0: /)
  expect(() => parseSearch('meta_multichoice_0=a+b%7Cc')).toThrow(/^meta_multichoice_0: /)
})

describe('text', () => {
  const textOf = (wire: string) => parseSearch(wire).text

  test('words, phrases, prefixes and substrings', () => {
    expect(textOf(`keyword=${encodeURIComponent('Tiger "at dawn" fo* 東京')}`)?.terms).toEqual([
      { kind: 'word', words: [{ whole: 'tiger', parts: ['tiger'] }] },
      {
        kind: 'phrase',
        words: [
          { whole: 'at', parts: ['at'] },
          { whole: 'dawn', parts: ['dawn'] },
        ],
      },
      { kind: 'prefix', words: [{ whole: 'fo', parts: ['fo'] }] },
      { kind: 'substring', text: '東京' },
    ])
  })

  test('named fields, the known ones once each', () => {
    expect(
      textOf('keyword=a&searchInField=tags&searchInField=FileName&searchInField=tags&searchInField=x'),
    ).toMatchObject({
      fields: { names: ['filename', 'tags'], match: 'all' },
    })
    expect(textOf('keyword=a&searchInField=x')).toMatchObject({ fields: null })
  })

  test('operator=or loosens terms and fields', () => {
    expect(textOf('keyword=a+b&operator=OR&searchInField=tags')).toMatchObject({
      match: 'any',
      fields: { match: 'any' },
    })
  })

  test('exactMatch takes the keyword as one value', () => {
    expect(textOf('keyword=+Late++Sun*+&exactMatch=true')).toMatchObject({ terms: [], exact: 'late sun*' })
  })
})

/** Percent-encoding of any string: a lone surrogate becomes bytes that are no UTF-8. */
const percent = (text: string) =>
  text.replace(/./gsu, (character) => (character.isWellFormed() ? encodeURIComponent(character) : '%ed%a0%80'))

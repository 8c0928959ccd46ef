import { expect, test } from 'vitest'
import { filterOf, narrows, parseLibrarySearch } from './library-search.ts'

test('an address without anything shows everything, last changed first', () => {
  const search = parseLibrarySearch({})

  expect(search).toEqual({})
  expect(narrows(search)).toBe(false)
  expect(filterOf({ kind: 'library' }, search)).toEqual({
    place: { kind: 'library' },
    text: '',
    scheme: null,
    keywords: [],
    values: {},
    sortBy: 'time',
    sortDirection: 'descending',
  })
})

test('names sort from A to Z unless the address says otherwise', () => {
  expect(filterOf({ kind: 'library' }, parseLibrarySearch({ sort: 'name' })).sortDirection).toBe('ascending')
  expect(
    filterOf({ kind: 'library' }, parseLibrarySearch({ sort: 'name', direction: 'descending' })).sortDirection,
  ).toBe('descending')
})

test('one keyword and several are both understood, twice the same counts once', () => {
  expect(parseLibrarySearch({ keyword: 'poster' }).keyword).toEqual(['poster'])
  expect(parseLibrarySearch({ keyword: ['poster', 'print', 'poster'] }).keyword).toEqual(['poster', 'print'])
})

test('nonsense in an address is left out', () => {
  expect(parseLibrarySearch({ scheme: 'Image', sort: 'toString', direction: 'up', keyword: '', q: '' })).toEqual({})
})

test('filters by value stand in the address under the server’s names, in one order', () => {
  const search = parseLibrarySearch({ meta_choice_0: 'Summer', fileType: ['jpg', 'png'], meta_x: 'y', storage: 'z' })

  expect(search).toEqual({ meta_choice_0: ['Summer'], fileType: ['jpg', 'png'] })
  expect(narrows(search)).toBe(true)
  expect(Object.keys(filterOf({ kind: 'library' }, search).values)).toEqual(['fileType', 'meta_choice_0'])
})

test('a range in the address is one, or nothing', () => {
  expect(parseLibrarySearch({ meta_num_0: '5..3', meta_date_1: 'soon', meta_num_2: '1' })).toEqual({
    meta_num_0: ['3..5'],
  })
})

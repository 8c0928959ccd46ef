import { expect, test } from 'vitest'
import { parsePlainSearch, writePlainSearch } from './plain-search.ts'

test('what is put into an address is read from it again', () => {
  for (const search of [{ q: '007' }, { q: 'true' }, { q: 'a b+c|d&e=ä"\\' }, { keyword: ['a', 'b'] }, {}]) {
    expect(parsePlainSearch(writePlainSearch(search))).toEqual(search)
  }
})

test('empty things leave no trace in the address', () => {
  expect(writePlainSearch({ q: '', keyword: [], scheme: undefined, sort: null })).toBe('')
})

test('addresses of other programs are understood', () => {
  expect(parsePlainSearch('?column=image&id=00000000000000000000000001')).toEqual({
    column: 'image',
    id: '00000000000000000000000001',
  })
})

import { describe, expect, test } from 'vitest'
import { someAsset } from '../../../test/harness/made-up.ts'
import type { CustomField } from '../custom-field/custom-field.ts'
import { applyEdit } from './apply-edit.ts'

const field = (type: CustomField['type']): CustomField => ({
  id: 'meta_text_0',
  name: 'Field',
  description: '',
  type,
  choices: [],
})

test('a text is covered, or appended behind one space', () => {
  const asset = someAsset({ description: 'A tiger' })
  const edit = { kind: 'text', field: 'description' } as const

  expect(applyEdit(asset, { ...edit, how: 'cover', text: 'x' }).description).toBe('x')
  expect(applyEdit(asset, { ...edit, how: 'append', text: 'x' }).description).toBe('A tiger x')
  expect(applyEdit(asset, { ...edit, how: 'append', text: '' }).description).toBe('A tiger')
  expect(applyEdit(someAsset({ description: '' }), { ...edit, how: 'append', text: 'x' }).description).toBe('x')
})

test('tags are added behind those there are and removed, without regard to case', () => {
  const asset = someAsset({ tags: ['Zoo', 'cat'] })

  expect(applyEdit(asset, { kind: 'tags', how: 'add', words: ['ZOO', 'new', 'New'] }).tags).toEqual([
    'Zoo',
    'cat',
    'new',
  ])
  expect(applyEdit(asset, { kind: 'tags', how: 'remove', words: ['zoo', 'nothing'] }).tags).toEqual(['cat'])
})

describe('a custom field', () => {
  const { id } = field('TEXT')
  const having = (value: string | string[]) => someAsset({ customValues: { [id]: value, meta_url_0: 'https://a.b' } })

  test('is covered, and emptied', () => {
    const covering = { kind: 'custom', field: field('TEXT'), how: 'cover' } as const
    expect(applyEdit(having('a'), { ...covering, value: 'b' }).customValues).toEqual({
      [id]: 'b',
      meta_url_0: 'https://a.b',
    })
    expect(applyEdit(having('a'), { ...covering, value: null }).customValues).toEqual({ meta_url_0: 'https://a.b' })
  })

  test('of text is appended to', () => {
    const appending = { kind: 'custom', field: field('TEXT'), how: 'append' } as const
    expect(applyEdit(having('a'), { ...appending, value: 'b' }).customValues[id]).toBe('a b')
    expect(applyEdit(having('a'), { ...appending, value: null }).customValues[id]).toBe('a')
    expect(applyEdit(someAsset(), { ...appending, value: 'b' }).customValues[id]).toBe('b')
    expect(applyEdit(someAsset(), { ...appending, value: null }).customValues).toEqual({})
  })

  test('of several choices gets more and fewer', () => {
    const choosing = { kind: 'custom', field: field('MULTICHOICE') } as const
    expect(applyEdit(having(['a', 'b']), { ...choosing, how: 'add', value: ['c', 'a'] }).customValues[id]).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(applyEdit(having(['a', 'b']), { ...choosing, how: 'remove', value: ['b'] }).customValues[id]).toEqual(['a'])
    expect(applyEdit(having(['a']), { ...choosing, how: 'remove', value: ['a'] }).customValues).not.toHaveProperty(id)
  })
})

import type { ContentDetails, CustomField } from '@descant/contract'
import { expect, test } from 'vitest'
import { editableValues, editsIn } from './asset-edit.ts'

const season: CustomField = { id: 'meta_multichoice_0', name: 'Season', description: '', type: 'MULTICHOICE' }
const price: CustomField = { id: 'meta_num_1', name: 'Price', description: '', type: 'NUMBER' }
const shot: CustomField = { id: 'meta_date_0', name: 'Shot', description: '', type: 'DATE' }

const asset = {
  description: 'A poster\nfor spring',
  approvalStatus: 'Expired',
  expirationDate: '20260131000000000',
  default: { Author: 'Mara' },
  additional: { Season: ['Spring, early', 'Summer'], Price: null, Shot: '20240229000000000' },
  termsAndConditions: 'Not for sale',
} as unknown as ContentDetails

const before = editableValues(asset, [season, price, shot], { drm: false })

function form(changed: Record<string, string> = {}): FormData {
  const entered = new FormData()
  const shown = { ...before, ...changed }
  for (const [name, value] of Object.entries(shown)) entered.set(name, Array.isArray(value) ? value.join('\n') : value)
  return entered
}

test('a form shows an expiry and a date as a day, a choice as a list, and what is not said as nothing', () => {
  expect(before).toEqual({
    description: 'A poster\nfor spring',
    author: 'Mara',
    approvalStatus: '',
    expirationDate: '2026-01-31',
    meta_multichoice_0: ['Spring, early', 'Summer'],
    meta_num_1: '',
    meta_date_0: '2024-02-29',
  })
})

test('copyright and terms can be edited where rights are in use', () => {
  expect(editableValues(asset, [], { drm: true })).toMatchObject({ copyright: '', termsAndConditions: 'Not for sale' })
})

test('what nobody touched is not sent, whatever line ends a browser makes', () => {
  expect(editsIn(form({ description: 'A poster\r\nfor spring' }), before)).toEqual([])
})

test('what was changed, emptied or chosen is sent', () => {
  expect(editsIn(form({ author: '', meta_multichoice_0: 'Summer', meta_num_1: '12.5' }), before)).toEqual([
    { propertyId: 'author', propertyValue: '', action: 'cover' },
    { propertyId: 'meta_multichoice_0', propertyValue: ['Summer'], action: 'cover' },
    { propertyId: 'meta_num_1', propertyValue: '12.5', action: 'cover' },
  ])
})

import type { BatchValues, CustomField } from '@descant/contract'
import { expect, test } from 'vitest'
import { choiceDivider } from '../../lib/entered-text.ts'
import { commonEdits, commonValues, emptying } from './common-values.ts'

const common: BatchValues = {
  availableKeywords: [],
  approvalStatus: ['Approved'],
  expirationDate: null,
  tag: null,
  keyword: null,
  description: null,
  author: ['Mara\nStone'],
  copyright: null,
  termsAndConditions: null,
  additional: { Season: ['Spring', 'Summer'], Shop: null },
}
const fields = [
  { id: 'meta_multichoice_0', name: 'Season', type: 'MULTICHOICE' },
  { id: 'meta_text_0', name: 'Shop', type: 'TEXT' },
] as CustomField[]
const before = commonValues(common, fields, { drm: false })

const form = (entries: Record<string, string>) => {
  const entered = new FormData()
  for (const [name, value] of Object.entries(entries)) entered.append(name, value)
  return entered
}
const untouched = {
  approvalStatus: 'Approved',
  expirationDate: '',
  author: 'Mara\r\nStone',
  meta_multichoice_0: `Spring${choiceDivider}Summer`,
  meta_text_0: '',
}

test('the form shows what all have in common, and which properties they differ in', () => {
  expect(before.approvalStatus).toEqual({ value: 'Approved', isCommon: true })
  expect(before.meta_multichoice_0).toEqual({ value: ['Spring', 'Summer'], isCommon: true })
  expect(before.meta_text_0).toEqual({ value: '', isCommon: false })
  expect(before).not.toHaveProperty('copyright')
  expect(commonValues(common, fields, { drm: true })).toHaveProperty('copyright')
})

test('what nobody touched is not written, also where the assets differ', () => {
  expect(commonEdits(form(untouched), before)).toEqual([])
  expect(commonEdits(form({ ...untouched, approvalStatus: '' }), before)).toEqual([])
})

test('what was changed or emptied is written over what each asset had', () => {
  const entered = form({
    ...untouched,
    expirationDate: '2030-12-31',
    author: '',
    meta_multichoice_0: 'Summer',
    [emptying('meta_text_0')]: 'on',
  })

  expect(commonEdits(entered, before)).toEqual([
    { propertyId: 'expirationDate', propertyValue: '2030-12-31', action: 'cover' },
    { propertyId: 'author', propertyValue: '', action: 'cover' },
    { propertyId: 'meta_multichoice_0', propertyValue: ['Summer'], action: 'cover' },
    { propertyId: 'meta_text_0', propertyValue: '', action: 'cover' },
  ])
})

import { expect, test } from 'vitest'
import type { Asset } from '../asset/asset.ts'
import type { Measures } from '../asset/version.ts'
import { documentOf } from './document-of.ts'

const measured: Measures = { width: 30, height: 40, dpi: 72, duration: 9, pages: 3, createdInFileAt: 5 }
const asset = (scheme: Asset['scheme'], measures: Partial<Measures> = {}) =>
  ({ scheme, albumIds: [], customValues: {}, current: { measures: { ...measured, ...measures } } }) as unknown as Asset

test('a picture has its longest side, resolution and orientation', () => {
  expect(documentOf(asset('image'))).toMatchObject({ dimension: 40, dpi: 72, orientation: 'Portrait', duration: null })
  expect(documentOf(asset('image', { width: 41 }))).toMatchObject({ dimension: 41, orientation: 'Landscape' })
  expect(documentOf(asset('image', { width: 40 }))).toMatchObject({ orientation: 'Square' })
  expect(documentOf(asset('image', { width: null }))).toMatchObject({ dimension: null, orientation: null })
})

test('clips and sounds have a duration, documents and presentations pages', () => {
  const nothing = { dimension: null, dpi: null, orientation: null }
  expect(documentOf(asset('video'))).toMatchObject({ ...nothing, duration: 9, pages: null })
  expect(documentOf(asset('audio'))).toMatchObject({ ...nothing, duration: 9, pages: null })
  expect(documentOf(asset('document'))).toMatchObject({ ...nothing, duration: null, pages: 3 })
  expect(documentOf(asset('presentation'))).toMatchObject({ ...nothing, duration: null, pages: 3 })
  expect(documentOf(asset('other'))).toMatchObject({ ...nothing, duration: null, pages: null })
})

import { expect, test } from 'vitest'
import { nothingSelected, type SelectedAsset, type Selection, toggled, withRange } from './selection.ts'

const list: SelectedAsset[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ scheme: 'image', id, name: `${id}.jpg` }))
const at = (index: number): SelectedAsset => list[index] as SelectedAsset
const range = (from: number, to: number) => list.slice(Math.min(from, to), Math.max(from, to) + 1)
const idsOf = ({ chosen }: Selection) => [...chosen.keys()].sort().join('')

test('choosing twice is choosing not', () => {
  const once = toggled(nothingSelected, at(1), 1)
  expect(idsOf(once)).toBe('b')
  expect(idsOf(toggled(once, at(1), 1))).toBe('')
})

test('a range begins where something was chosen last, and adds to what was chosen before', () => {
  const two = toggled(toggled(nothingSelected, at(0), 0), at(2), 2)
  expect(idsOf(withRange(two, range(2, 4), 2))).toBe('acde')
})

test('a range that is drawn back gives free what it passed, and can turn round', () => {
  const one = toggled(nothingSelected, at(2), 2)
  const far = withRange(one, range(2, 4), 2)
  expect(idsOf(withRange(far, range(2, 3), 2))).toBe('cd')
  expect(idsOf(withRange(far, range(2, 0), 2))).toBe('abc')
})

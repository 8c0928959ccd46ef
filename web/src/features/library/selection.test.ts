import { expect, test } from 'vitest'
import {
  nothingSelected,
  type SelectedAsset,
  type Selection,
  span,
  toggled,
  withoutGone,
  withRange,
} from './selection.ts'

const list: SelectedAsset[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ scheme: 'image', id, name: `${id}.jpg` }))
const at = (index: number): SelectedAsset => list[index] as SelectedAsset
const range = (from: number, to: number) => list.slice(Math.min(from, to), Math.max(from, to) + 1)
const place = (index: number) => ({ index, id: at(index).id })
const idsOf = ({ chosen }: Selection) => [...chosen.keys()].sort().join('')

test('choosing twice is choosing not', () => {
  const once = toggled(nothingSelected, at(1), 1)
  expect(idsOf(once)).toBe('b')
  expect(idsOf(toggled(once, at(1), 1))).toBe('')
})

test('what others delete is not chosen any more', () => {
  const two = toggled(toggled(nothingSelected, at(0), 0), at(2), 2)
  expect([...withoutGone(two.chosen, new Set(['c', 'x'])).keys()]).toEqual(['a'])
  expect(withoutGone(two.chosen, new Set(['b']))).toBe(two.chosen)
})

test('a range begins where something was chosen last, and adds to what was chosen before', () => {
  const two = toggled(toggled(nothingSelected, at(0), 0), at(2), 2)
  expect(idsOf(withRange(two, range(2, 4), place(2)))).toBe('acde')
})

test('a range that is drawn back gives free what it passed, and can turn round', () => {
  const one = toggled(nothingSelected, at(2), 2)
  const far = withRange(one, range(2, 4), place(2))
  expect(idsOf(withRange(far, range(2, 3), place(2)))).toBe('cd')
  expect(idsOf(withRange(far, range(2, 0), place(2)))).toBe('abc')
})

test('a range goes from one asset to another, wherever others have moved them meanwhile', () => {
  const { anchor } = toggled(nothingSelected, at(1), 1)
  const grown = ['x', 'y', ...list.map(({ id }) => id)].map((id) => ({ id }))
  const shrunk = grown.slice(3)

  expect(anchor && span((index) => grown[index], anchor, { index: 4, id: 'c' })).toEqual({ first: 3, last: 4 })
  expect(anchor && span((index) => shrunk[index], { index: 3, id: 'd' }, anchor)).toEqual({ first: 0, last: 2 })
})

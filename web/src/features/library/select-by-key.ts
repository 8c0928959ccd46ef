import type { KeyboardEvent } from 'react'
import type { SelectedAsset } from './selection.ts'
import type { GridSelection } from './use-selection.ts'

/** Space selects, Shift and Space a range, Ctrl+A everything, Escape nothing. Answers whether it was one of these. */
export function selectByKey(
  event: KeyboardEvent,
  selection: GridSelection,
  at: {
    index: number
    /** `undefined` while it is on its way. */
    asset: SelectedAsset | undefined
    found: number
  },
): boolean {
  const here = { index: at.index, id: at.asset?.id ?? '' }
  const { key, ctrlKey, metaKey, shiftKey, target } = event
  if (key === ' ') {
    // a checkbox that has the focus does it by itself
    if (target instanceof HTMLInputElement) return true
    if (shiftKey) void selection.extend(here, here)
    else if (at.asset !== undefined) selection.toggle(at.asset, at.index)
  } else if (key === 'a' && (ctrlKey || metaKey)) void selection.all(at.found)
  else if (key === 'Escape' && selection.chosen.size > 0) selection.clear()
  else return false
  event.preventDefault()
  return true
}

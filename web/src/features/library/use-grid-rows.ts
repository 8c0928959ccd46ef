import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { GridShape } from './grid-shape.ts'

/** What the sticky header covers, and a little air. */
export const headerHeight = 72

/** The rows near the view, by the page's own scroll bar. `margin` is where the grid begins on the page. */
export function useGridRows(grid: RefObject<HTMLElement | null>, width: number, { rowCount, rowHeight }: GridShape) {
  const [margin, setMargin] = useState(0)

  const rows = useWindowVirtualizer({
    count: width === 0 ? 0 : rowCount,
    estimateSize: () => rowHeight,
    overscan: 3,
    scrollMargin: margin,
    scrollPaddingStart: headerHeight,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is above wraps anew with another width
  useLayoutEffect(() => {
    if (grid.current === null) return
    setMargin(Math.round(grid.current.getBoundingClientRect().top + window.scrollY))
  }, [grid, width])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height of rows is the reason to measure again
  useLayoutEffect(() => rows.measure(), [rowHeight, rows])

  return { rows, margin }
}

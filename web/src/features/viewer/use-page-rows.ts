import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { gap, type PageZoom } from './pages.ts'
import type { Size } from './zoom.ts'

/** Where the pages lie in their frame, which one is being read, and how to get to another. */
export function usePageRows(
  frame: RefObject<HTMLElement | null>,
  { count, heightOf, zoom, size }: { count: number; heightOf: (index: number) => number; zoom: PageZoom; size: Size },
) {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: heightOf,
    overscan: 1,
    gap,
    paddingStart: gap,
    paddingEnd: gap,
    scrollPaddingStart: gap,
  })

  // The page a third down the frame is the one being read.
  const at = (rows.scrollOffset ?? 0) + size.height / 3
  const items = rows.getVirtualItems()
  const read = items.find(({ end }) => end + gap >= at) ?? items.at(-1)
  const page = (read?.index ?? 0) + 1

  // With another zoom every page has another height: the same one stays in view.
  const reading = useRef(page)
  const measured = useRef({ zoom, width: size.width, height: size.height })
  useLayoutEffect(() => {
    const before = measured.current
    if (before.zoom === zoom && before.width === size.width && before.height === size.height) return
    measured.current = { zoom, width: size.width, height: size.height }
    rows.measure()
    if (before.width > 0) rows.scrollToIndex(reading.current - 1, { align: 'start' })
  }, [zoom, size.width, size.height, rows])
  useLayoutEffect(() => {
    reading.current = page
  })

  const goTo = (wanted: number) => {
    const index = Math.max(0, Math.min(wanted - 1, count - 1))
    rows.scrollToIndex(index, { align: 'start' })
  }
  return { rows, page, goTo }
}

import { useLayoutEffect, useRef } from 'react'
import type { AssetWindow } from './use-asset-window.ts'

/**
 * What one looks at stays where it is on the screen when the list grows or shrinks above it, because somebody else added
 * or removed something. At the very top new things come into sight.
 */
export function useKeptPlace(assets: AssetWindow, { columns, rowHeight, margin, first, last }: Place): void {
  const anchor = useRef<{ id: string; index: number } | null>(null)

  useLayoutEffect(() => {
    const above = window.scrollY - margin
    if (above <= 0) {
      anchor.current = null
      return
    }
    const was = anchor.current
    const there = was && assets.at(was.index)
    if (was && there && there.id !== was.id) {
      const index = indexOf(assets, was.id, first, last)
      if (index !== null) {
        const rows = Math.floor(index / columns) - Math.floor(was.index / columns)
        anchor.current = { id: was.id, index }
        if (rows !== 0) window.scrollBy({ top: rows * rowHeight, behavior: 'instant' })
        return
      }
    }
    const index = Math.ceil(above / rowHeight) * columns
    const asset = assets.at(index)
    anchor.current = asset === undefined ? null : { id: asset.id, index }
  })
}

type Place = {
  columns: number
  rowHeight: number
  /** Where the list begins on the page, in pixels. */
  margin: number
  /** In view. */
  first: number
  last: number
}

/** How far from the view it is looked for. */
const reach = 100

function indexOf(assets: AssetWindow, id: string, first: number, last: number): number | null {
  for (let index = Math.max(0, first - reach); index <= last + reach; index++) {
    if (assets.at(index)?.id === id) return index
  }
  return null
}

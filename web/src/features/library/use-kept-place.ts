import { useLayoutEffect, useRef } from 'react'
import { foundNear, type TilePlace } from './tile-place.ts'
import type { AssetWindow } from './use-asset-window.ts'

/**
 * What one looks at stays where it is on the screen when the list grows or shrinks above it, because somebody else added
 * or removed something. At the very top new things come into sight.
 */
export function useKeptPlace(assets: AssetWindow, { columns, rowHeight, margin }: Place): void {
  const anchor = useRef<TilePlace | null>(null)

  useLayoutEffect(() => {
    const above = window.scrollY - margin
    if (above <= 0) {
      anchor.current = null
      return
    }
    const was = anchor.current
    const there = was && assets.at(was.index)
    if (was && there && there.id !== was.id) {
      const index = foundNear(assets.at, was)
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
}

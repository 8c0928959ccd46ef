import './file-grid.css'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { FileTile } from './file-tile.tsx'
import type { FileSearch } from './files.ts'
import { gap, gridShape } from './grid-shape.ts'
import { useFileWindow } from './use-file-window.ts'
import { useWidth } from './use-width.ts'

/** What the sticky header covers, and a little air. */
const headerHeight = 72

/** As many tiles as there are files, of which only those in view exist. */
export function FileGrid({ search, found }: { search: FileSearch; found: number }) {
  const ref = useRef<HTMLUListElement>(null)
  const width = useWidth(ref)
  const shape = gridShape(width, found)
  const [margin, setMargin] = useState(0)
  const rows = useWindowVirtualizer({
    count: width === 0 ? 0 : shape.rowCount,
    estimateSize: () => shape.rowHeight,
    overscan: 3,
    scrollMargin: margin,
    scrollPaddingStart: headerHeight,
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is above wraps anew with another width
  useLayoutEffect(() => {
    if (ref.current) setMargin(Math.round(ref.current.getBoundingClientRect().top + window.scrollY))
  }, [width])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height of rows is the reason to measure again
  useLayoutEffect(() => rows.measure(), [shape.rowHeight, rows])

  const shown = rows.getVirtualItems()
  const first = (shown[0]?.index ?? 0) * shape.columns
  const last = Math.min(found, ((shown.at(-1)?.index ?? 0) + 1) * shape.columns) - 1
  const fileAt = useFileWindow(search, first, last)

  return (
    <ul ref={ref} className="file-grid" aria-label="Files" style={{ height: rows.getTotalSize() }}>
      {shown.flatMap((row) =>
        Array.from({ length: Math.min(shape.columns, found - row.index * shape.columns) }, (_, column) => {
          const index = row.index * shape.columns + column
          const file = fileAt(index)
          const tileWidth = (width - gap * (shape.columns - 1)) / shape.columns
          const place = { width: tileWidth, left: column * (tileWidth + gap), top: row.start - margin }
          return (
            <li
              key={file?.id ?? index}
              className="file-place"
              style={place}
              aria-setsize={found}
              aria-posinset={index + 1}
            >
              {file ? <FileTile file={file} /> : <div className="file-tile-coming" />}
            </li>
          )
        }),
      )}
    </ul>
  )
}

import './asset-grid.css'
import { Alert, Button, Group } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import { AssetTile } from './asset-tile.tsx'
import { indexAfterKey } from './index-after-key.ts'
import { rememberOpened, takeOpened } from './opened-asset.ts'
import { useAssetWindow } from './use-asset-window.ts'

const narrowestTile = 168
const narrowestOnPhone = 140
const gap = 16
const captionHeight = 60
const headerHeight = 72

/** A hundred thousand tiles, of which only those in view exist. Arrow keys walk, Enter opens. */
export function AssetGrid({ filter, found }: { filter: AssetFilter; found: number }) {
  const list = JSON.stringify(filter)
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const grid = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  const [current, setCurrent] = useState(() => takeOpened(list) ?? 0)
  const [toFocus, setToFocus] = useState<number | null>(current > 0 ? current : null)

  const columns = Math.max(2, Math.floor((width + gap) / ((width < 520 ? narrowestOnPhone : narrowestTile) + gap)))
  const rowCount = Math.ceil(found / columns)
  const rowHeight = Math.floor((width - gap * (columns - 1)) / columns) + captionHeight + gap

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
  }, [width])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height of rows is the reason to measure again
  useLayoutEffect(() => rows.measure(), [rowHeight, rows])

  const inView = rows.getVirtualItems()
  const window_ = useAssetWindow(filter, (inView[0]?.index ?? 0) * columns, (inView.at(-1)?.index ?? 0) * columns)

  useEffect(() => {
    if (toFocus === null) return
    const tile = grid.current?.querySelector<HTMLElement>(`[data-index="${toFocus}"]`)
    if (tile === null || tile === undefined) return
    tile.focus({ preventScroll: true })
    setToFocus(null)
  })

  const walk = (event: KeyboardEvent) => {
    const next = indexAfterKey(event.key, current, { columns, count: found, rowsPerPage: rowsPerPage(rowHeight) })
    if (next === null || event.altKey || event.metaKey) return
    event.preventDefault()
    setCurrent(next)
    setToFocus(next)
    rows.scrollToIndex(Math.floor(next / columns), { align: 'auto' })
  }

  const open = (index: number) => {
    setCurrent(index)
    rememberOpened(list, index)
  }

  return (
    <div ref={sized}>
      {window_.failed && (
        <Alert color="red" role="alert" mb="md">
          <Group justify="space-between">
            A part of this list could not be loaded.
            <Button size="xs" variant="default" onClick={window_.retry}>
              Try again
            </Button>
          </Group>
        </Alert>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a table of tiles that mostly do not exist is no table */}
      <div
        ref={grid}
        role="grid"
        aria-label="Assets"
        aria-rowcount={rowCount}
        aria-colcount={columns}
        className="asset-grid"
        style={{ height: rows.getTotalSize() }}
        onKeyDown={walk}
        tabIndex={-1}
      >
        {inView.map((row) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={row.key}
            role="row"
            tabIndex={-1}
            aria-rowindex={row.index + 1}
            className="asset-row"
            style={{
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              transform: `translateY(${row.start - margin}px)`,
            }}
          >
            {indexesOfRow(row.index, columns, found).map((index, column) => {
              const asset = window_.at(index)
              return (
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div key={index} role="gridcell" tabIndex={-1} aria-colindex={column + 1}>
                  {asset === undefined ? (
                    <div className="asset-tile asset-tile-coming" />
                  ) : (
                    <AssetTile asset={asset} index={index} isCurrent={index === current} onOpen={open} />
                  )}
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

function indexesOfRow(row: number, columns: number, count: number): number[] {
  const first = row * columns
  return Array.from({ length: Math.min(columns, count - first) }, (_, offset) => first + offset)
}

const rowsPerPage = (rowHeight: number): number =>
  Math.max(1, Math.floor((window.innerHeight - headerHeight) / rowHeight))

import './asset-grid.css'
import './asset-list.css'
import type { BriefContent } from '@descant/contract'
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import type { AssetTileProps } from './asset-tile.tsx'
import { gridShape, indexesOfRow, listShape } from './grid-shape.ts'
import { indexAfterKey } from './index-after-key.ts'
import { columnCount, ListHeader, type Sorting } from './list-header.tsx'
import { ListRow } from './list-row.tsx'
import { rememberOpened } from './opened-asset.ts'
import { PartFailed } from './part-failed.tsx'
import { selectByKey } from './select-by-key.ts'
import type { TilePlace } from './tile-place.ts'
import { TileRow } from './tile-row.tsx'
import { useAssetWindow } from './use-asset-window.ts'
import { useCurrentTile } from './use-current-tile.ts'
import { headerHeight, useGridRows } from './use-grid-rows.ts'
import { useKeptPlace } from './use-kept-place.ts'
import type { GridSelection } from './use-selection.ts'
import { useWidth } from './use-width.ts'
import type { ListView } from './view-choice.tsx'

/**
 * A hundred thousand tiles, of which only those in view exist. Arrow keys walk, Enter opens, Space selects, Shift with an
 * arrow selects on the way.
 */
export function AssetGrid({
  filter,
  found,
  view,
  onSort,
  selection,
}: {
  filter: AssetFilter
  found: number
  view: ListView
  onSort: Sorting['onSort']
  /** `null` where nothing can be selected. */
  selection: GridSelection | null
}) {
  const list = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one object for one list, so that tiles need not be drawn anew
  const sameFilter = useMemo(() => filter, [list])
  const grid = useRef<HTMLDivElement>(null)
  const width = useWidth(grid)
  const asRows = view === 'rows'
  const shape = asRows ? listShape(found) : gridShape(width, found)
  const { rows, margin } = useGridRows(grid, width, shape)
  const shown = rows.getVirtualItems()
  const firstShown = (shown[0]?.index ?? 0) * shape.columns
  const lastShown = Math.min(found, ((shown.at(-1)?.index ?? 0) + 1) * shape.columns) - 1
  const assets = useAssetWindow(filter, firstShown, lastShown)
  useKeptPlace(assets, { ...shape, margin })

  const current = useCurrentTile(grid, {
    list,
    assets,
    bringIntoView: (index) => rows.scrollToIndex(Math.floor(index / shape.columns), { align: 'auto' }),
  })
  // Tab stops at the current tile, or, when that was scrolled away, at the first one there is.
  const stop = current.index >= firstShown && current.index <= lastShown ? current.index : firstShown
  const placeAt = (index: number): TilePlace => ({ index, id: assets.at(index)?.id ?? '' })

  const walk = (event: KeyboardEvent) => {
    const rowsPerPage = Math.max(1, Math.floor((window.innerHeight - headerHeight) / shape.rowHeight))
    const next = indexAfterKey(event.key, stop, { columns: shape.columns, count: found, rowsPerPage })
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.shiftKey) void selection?.extend(placeAt(stop), placeAt(next))
    current.go(placeAt(next))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const isOurs = selection !== null && selectByKey(event, selection, { index: stop, asset: assets.at(stop), found })
    if (!isOurs) walk(event)
  }

  // Tiles are drawn anew only when they change: what they call stays the same.
  const latest = useRef(selection)
  latest.current = selection
  const setCurrent = current.set
  const select = useCallback(
    (asset: BriefContent, index: number, ranging: boolean) => {
      const tile = { index, id: asset.id }
      setCurrent(tile)
      if (ranging) void latest.current?.extend(tile, tile)
      else latest.current?.toggle(asset, index)
    },
    [setCurrent],
  )

  const open = useCallback((tile: TilePlace) => rememberOpened(list, tile), [list])

  /** `undefined` until its page has come. */
  const tileProps = (index: number): AssetTileProps | undefined => {
    const asset = assets.at(index)
    if (asset === undefined) return undefined
    const selected = selection === null ? null : selection.chosen.has(asset.id)
    return { asset, index, filter: sameFilter, isStop: index === stop, onOpen: open, selected, onSelect: select }
  }

  return (
    <>
      {assets.failed && <PartFailed onRetry={assets.retry} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a table of tiles that mostly do not exist is no table */}
      <div
        role="grid"
        aria-label="Assets"
        aria-rowcount={shape.rowCount + (asRows ? 1 : 0)}
        aria-colcount={asRows ? columnCount : shape.columns}
        className="asset-grid"
        aria-multiselectable={selection !== null}
        data-view={view}
        data-selecting={(selection?.chosen.size ?? 0) > 0}
        onKeyDown={onKeyDown}
        onFocus={current.onFocus}
        tabIndex={-1}
      >
        {asRows && <ListHeader sortBy={filter.sortBy} sortDirection={filter.sortDirection} onSort={onSort} />}
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div ref={grid} role="rowgroup" className="asset-rows" style={{ height: rows.getTotalSize() }}>
          {shown.map((row) => {
            const y = row.start - margin
            const indexes = indexesOfRow(row.index, shape, found)
            const tiles = indexes.map((index) => ({ index, tile: tileProps(index) }))
            return asRows ? (
              <ListRow key={row.key} row={row.index} y={y} tile={tiles[0]?.tile} />
            ) : (
              <TileRow key={row.key} row={row.index} y={y} columns={shape.columns} tiles={tiles} />
            )
          })}
        </div>
      </div>
    </>
  )
}

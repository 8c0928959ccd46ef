import './asset-grid.css'
import './asset-list.css'
import type { BriefContent } from '@descant/contract'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import type { AssetTileProps } from './asset-tile.tsx'
import { gridShape, indexesOfRow, listShape } from './grid-shape.ts'
import { indexAfterKey } from './index-after-key.ts'
import { columnCount, ListHeader, type Sorting } from './list-header.tsx'
import { ListRow } from './list-row.tsx'
import { forgetOpened, type OpenedTile, openedIn, rememberOpened } from './opened-asset.ts'
import { PartFailed } from './part-failed.tsx'
import { selectByKey } from './select-by-key.ts'
import { TileRow } from './tile-row.tsx'
import { useAssetWindow } from './use-asset-window.ts'
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
  useKeptPlace(assets, { ...shape, margin, first: firstShown, last: lastShown })

  const [opened] = useState(() => openedIn(list))
  const [current, setCurrent] = useState(opened?.index ?? 0)
  const [toFocus, setToFocus] = useState<OpenedTile | null>(opened)
  // Tab stops at the current tile, or, when that was scrolled away, at the first one there is.
  const stop = current >= firstShown && current <= lastShown ? current : firstShown

  // Back from an asset: to the tile one left through. Only once, and not when one comes by another way later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival alone
  useEffect(() => {
    forgetOpened()
    if (opened !== null) rows.scrollToIndex(Math.floor(opened.index / shape.columns), { align: 'auto' })
  }, [])

  useEffect(() => {
    if (toFocus === null) return
    const tile = findTile(grid.current, toFocus)
    if (tile === null) return
    tile.focus({ preventScroll: true })
    setCurrent(Number(tile.dataset.index))
    setToFocus(null)
  })

  const walk = (event: KeyboardEvent) => {
    const rowsPerPage = Math.max(1, Math.floor((window.innerHeight - headerHeight) / shape.rowHeight))
    const next = indexAfterKey(event.key, stop, { columns: shape.columns, count: found, rowsPerPage })
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setCurrent(next)
    setToFocus({ index: next, id: '' })
    if (event.shiftKey) void selection?.extend(stop, next)
    rows.scrollToIndex(Math.floor(next / shape.columns), { align: 'auto' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const isOurs = selection !== null && selectByKey(event, selection, { index: stop, asset: assets.at(stop), found })
    if (!isOurs) walk(event)
  }

  // Tiles are drawn anew only when they change: what they call stays the same.
  const latest = useRef(selection)
  latest.current = selection
  const select = useCallback((asset: BriefContent, index: number, ranging: boolean) => {
    setCurrent(index)
    if (ranging) void latest.current?.extend(index, index)
    else latest.current?.toggle(asset, index)
  }, [])

  const open = useCallback((tile: OpenedTile) => rememberOpened(list, tile), [list])

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

/** By what it shows if that is in view, else by its place. */
function findTile(grid: HTMLElement | null, { index, id }: OpenedTile): HTMLElement | null {
  const byId = id === '' ? null : grid?.querySelector<HTMLElement>(`[data-asset="${CSS.escape(id)}"]`)
  return byId ?? grid?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
}

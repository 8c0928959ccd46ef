import { type FocusEvent, type RefObject, useEffect, useState } from 'react'
import { forgetOpened, openedIn } from './opened-asset.ts'
import { foundNear, indexNow, type TilePlace } from './tile-place.ts'
import type { AssetWindow } from './use-asset-window.ts'

/**
 * The tile that keys act on. It is an asset, not a place: when others add or remove something above it, it goes along,
 * and so does the focus. At first the one through which a person left this list, else the first of all.
 */
export function useCurrentTile(
  grid: RefObject<HTMLElement | null>,
  { list, assets, bringIntoView }: { list: string; assets: AssetWindow; bringIntoView: (index: number) => void },
) {
  const [opened] = useState(() => openedIn(list))
  const [current, setCurrent] = useState<TilePlace>(opened ?? { index: 0, id: '' })
  const [toFocus, setToFocus] = useState<TilePlace | null>(opened)

  // Back from an asset: to the tile one left through. Only once, and not when one comes by another way later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival alone
  useEffect(() => {
    forgetOpened()
    if (opened !== null) bringIntoView(opened.index)
  }, [])

  useEffect(() => {
    const tile = toFocus && findTile(grid.current, toFocus)
    if (!tile) return
    tile.focus({ preventScroll: true })
    setCurrent(placeOf(tile))
    setToFocus(null)
  })

  // the tile that has the focus shows another asset now
  useEffect(() => {
    const focused = tileAround(document.activeElement, grid.current)
    if (toFocus !== null || focused === null || current.id === '' || focused.dataset.asset === current.id) return
    const index = foundNear(assets.at, current)
    if (index === null) return
    setToFocus({ index, id: current.id })
    // when the list has been scrolled along with what it shows
    requestAnimationFrame(() => bringIntoView(index))
  })

  return {
    index: indexNow(assets.at, current),
    /** Without the focus. */
    set: setCurrent,
    go(tile: TilePlace) {
      setCurrent(tile)
      setToFocus(tile)
      bringIntoView(tile.index)
    },
    onFocus(event: FocusEvent) {
      const tile = tileAround(event.target, grid.current)
      if (tile !== null) setCurrent(placeOf(tile))
    },
  }
}

/** By what it shows if that is in view, else by its place. */
function findTile(grid: HTMLElement | null, { index, id }: TilePlace): HTMLElement | null {
  const byId = id === '' ? null : grid?.querySelector<HTMLElement>(`[data-asset="${CSS.escape(id)}"]`)
  return byId ?? grid?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
}

/** The tile of a cell in which something, say its checkbox, has the focus. */
function tileAround(element: Element | null, grid: HTMLElement | null): HTMLElement | null {
  if (element === null || grid === null || !grid.contains(element)) return null
  return element.closest('[role="gridcell"]')?.querySelector<HTMLElement>('[data-asset]') ?? null
}

const placeOf = ({ dataset }: HTMLElement): TilePlace => ({ index: Number(dataset.index), id: dataset.asset ?? '' })

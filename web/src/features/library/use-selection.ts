import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type AssetFilter, assetPageQuery, pageLength } from '../../lib/api/asset-list.ts'
import { mostAtOnce } from '../../lib/api/change-assets.ts'
import { goneAssetsQuery } from '../../lib/api/gone-assets.ts'
import { useDam } from '../../lib/visit.ts'
import { nothingSelected, type SelectedAsset, span, toggled, withoutGone, withRange } from './selection.ts'
import type { TilePlace } from './tile-place.ts'

export type GridSelection = {
  chosen: ReadonlyMap<string, SelectedAsset>
  toggle: (asset: SelectedAsset, index: number) => void
  /** From where something was chosen last, else from `start`, to `end`; fetches what has not come into view. */
  extend: (start: TilePlace, end: TilePlace) => Promise<void>
  /** The first thousand, where there are more. */
  all: (found: number) => Promise<void>
  clear: () => void
}

/** What is selected in the list of this filter; in another list nothing is. */
export function useSelection(filter: AssetFilter): GridSelection {
  const dam = useDam()
  const queries = useQueryClient()
  const { data: gone = noneGone } = useQuery(goneAssetsQuery)
  const list = JSON.stringify(filter)
  const [kept, setKept] = useState({ list, selection: nothingSelected })
  const selection = kept.list === list ? kept.selection : nothingSelected
  const latest = useRef(0)

  const set = (next: typeof selection) => {
    latest.current++
    setKept({ list, selection: next })
  }

  const range = async (anchor: TilePlace, end: TilePlace) => {
    const asked = ++latest.current
    const seen = span(inCache, anchor, end)
    const pages = pagesOf(seen.first, Math.min(seen.last, seen.first + mostAtOnce - 1))
    const lists = await Promise.all(pages.map((page) => queries.fetchQuery(assetPageQuery(dam, filter, page))))
    // whatever was chosen since then counts more
    if (asked !== latest.current) return
    const skipped = (pages[0] ?? 0) * pageLength
    const fetched = lists.flatMap(({ results }) => results)
    // they may have moved once more while the pages came
    const { first, last } = span((index) => fetched[index - skipped], anchor, end)
    const assets = fetched.slice(Math.max(0, first - skipped), last - skipped + 1).slice(0, mostAtOnce)
    set(withRange(selection, assets, anchor))
  }

  const inCache = (index: number) =>
    queries.getQueryData(assetPageQuery(dam, filter, Math.floor(index / pageLength)).queryKey)?.results[
      index % pageLength
    ]

  return {
    chosen: withoutGone(selection.chosen, gone),
    toggle: (asset, index) => set(toggled(selection, asset, index)),
    extend: (start, end) => range(selection.anchor ?? start, end),
    all: (found) => range({ index: 0, id: '' }, { index: found - 1, id: '' }),
    clear: () => set(nothingSelected),
  }
}

const noneGone: ReadonlySet<string> = new Set()

function pagesOf(first: number, last: number): number[] {
  const [from, to] = [Math.floor(first / pageLength), Math.floor(last / pageLength)]
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
}

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type AssetFilter, assetPageQuery, pageLength } from '../../lib/api/asset-list.ts'
import { mostAtOnce } from '../../lib/api/change-assets.ts'
import { useDam } from '../../lib/visit.ts'
import { nothingSelected, type SelectedAsset, toggled, withRange } from './selection.ts'

export type GridSelection = {
  chosen: ReadonlyMap<string, SelectedAsset>
  toggle: (asset: SelectedAsset, index: number) => void
  /** From where something was chosen last, else from `start`, to `index`; fetches what has not come into view. */
  extend: (start: number, index: number) => Promise<void>
  /** The first thousand, where there are more. */
  all: (found: number) => Promise<void>
  clear: () => void
}

/** What is selected in the list of this filter; in another list nothing is. */
export function useSelection(filter: AssetFilter): GridSelection {
  const dam = useDam()
  const queries = useQueryClient()
  const list = JSON.stringify(filter)
  const [kept, setKept] = useState({ list, selection: nothingSelected })
  const selection = kept.list === list ? kept.selection : nothingSelected
  const latest = useRef(0)

  const set = (next: typeof selection) => {
    latest.current++
    setKept({ list, selection: next })
  }

  const range = async (from: number, to: number, anchor: number) => {
    const asked = ++latest.current
    const last = Math.min(to, from + mostAtOnce - 1)
    const pages = Array.from(
      { length: Math.floor(last / pageLength) - Math.floor(from / pageLength) + 1 },
      (_, offset) => Math.floor(from / pageLength) + offset,
    )
    const lists = await Promise.all(pages.map((page) => queries.fetchQuery(assetPageQuery(dam, filter, page))))
    // whatever was chosen since then counts more
    if (asked !== latest.current) return
    const skipped = (pages[0] ?? 0) * pageLength
    const assets = lists.flatMap(({ results }) => results).slice(from - skipped, last - skipped + 1)
    set(withRange(selection, assets, anchor))
  }

  return {
    chosen: selection.chosen,
    toggle: (asset, index) => set(toggled(selection, asset, index)),
    extend: (start, index) => {
      const anchor = selection.anchor ?? start
      return range(Math.min(anchor, index), Math.max(anchor, index), anchor)
    },
    all: (found) => range(0, found - 1, 0),
    clear: () => set(nothingSelected),
  }
}

import type { ContentRef } from '@descant/client'
import { indexNow, type TilePlace } from './tile-place.ts'

export type SelectedAsset = ContentRef & { name: string }

/** What is selected in one list, and where a range would begin. */
export type Selection = {
  /** By id, in the order they were chosen. */
  chosen: ReadonlyMap<string, SelectedAsset>
  /** What was chosen before the range that is being drawn. */
  before: ReadonlyMap<string, SelectedAsset>
  /** Where a range begins: at this asset, wherever others have moved it meanwhile. */
  anchor: TilePlace | null
}

export const nothingSelected: Selection = { chosen: new Map(), before: new Map(), anchor: null }

export function toggled({ chosen }: Selection, asset: SelectedAsset, index: number): Selection {
  const next = new Map(chosen)
  if (!next.delete(asset.id)) next.set(asset.id, named(asset))
  return { chosen: next, before: next, anchor: { index, id: asset.id } }
}

/** With everything between the anchor and another place; a range that is drawn back gives free what it passes. */
export function withRange(selection: Selection, assets: readonly SelectedAsset[], anchor: TilePlace): Selection {
  const chosen = new Map([...selection.before, ...assets.map((asset) => [asset.id, named(asset)] as const)])
  return { chosen, before: selection.before, anchor }
}

/** What others deleted meanwhile is not chosen any more. */
export function withoutGone(chosen: Selection['chosen'], gone: ReadonlySet<string>): Selection['chosen'] {
  const isGone = [...gone].some((id) => chosen.has(id))
  return isGone ? new Map([...chosen].filter(([id]) => !gone.has(id))) : chosen
}

/** From the first to the last of two tiles, as they stand in the list now. */
export function span(
  at: (index: number) => { id: string } | undefined,
  one: TilePlace,
  other: TilePlace,
): { first: number; last: number } {
  const [from, to] = [indexNow(at, one), indexNow(at, other)]
  return { first: Math.min(from, to), last: Math.max(from, to) }
}

/** Not the whole entry of a list: thousands may be selected. */
const named = ({ scheme, id, name }: SelectedAsset): SelectedAsset => ({ scheme, id, name })

import type { TilePlace } from './tile-place.ts'

/**
 * Which tile a person left the grid through, so that coming back puts the focus there again. Kept for one visit of
 * the page and for one list; another list has its own first tile.
 */
let opened: { list: string; tile: TilePlace } | null = null

export function rememberOpened(list: string, tile: TilePlace): void {
  opened = { list, tile }
}

export const openedIn = (list: string): TilePlace | null => (opened?.list === list ? opened.tile : null)

export function forgetOpened(): void {
  opened = null
}

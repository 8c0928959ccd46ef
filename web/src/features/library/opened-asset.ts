/** A tile by its place in the list and by what it shows: after a change only one of the two may still be right. */
export type OpenedTile = { index: number; id: string }

/**
 * Which tile a person left the grid through, so that coming back puts the focus there again. Kept for one visit of
 * the page and for one list; another list has its own first tile.
 */
let opened: { list: string; tile: OpenedTile } | null = null

export function rememberOpened(list: string, tile: OpenedTile): void {
  opened = { list, tile }
}

export const openedIn = (list: string): OpenedTile | null => (opened?.list === list ? opened.tile : null)

export function forgetOpened(): void {
  opened = null
}

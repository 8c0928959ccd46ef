/**
 * Which tile a person left the grid through, so that coming back puts the focus there again. One visit of the page
 * long, for one list; a different list has its own first tile.
 */
let opened: { list: string; index: number } | null = null

export function rememberOpened(list: string, index: number): void {
  opened = { list, index }
}

export function takeOpened(list: string): number | null {
  if (opened?.list !== list) return null
  const { index } = opened
  opened = null
  return index
}

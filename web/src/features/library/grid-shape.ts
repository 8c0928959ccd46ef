const narrowestTile = 168
const narrowestOnPhone = 140
const phoneWidth = 520
const captionHeight = 54
export const gap = 16

export type GridShape = { columns: number; rowCount: number; rowHeight: number }

/** How so many square tiles with two lines under them lie in so much width. */
export function gridShape(width: number, count: number): GridShape {
  const narrowest = width < phoneWidth ? narrowestOnPhone : narrowestTile
  const columns = Math.max(2, Math.floor((width + gap) / (narrowest + gap)))
  const tileWidth = Math.max(0, Math.floor((width - gap * (columns - 1)) / columns))
  return { columns, rowCount: Math.ceil(count / columns), rowHeight: tileWidth + captionHeight + gap }
}

export function indexesOfRow(row: number, { columns }: GridShape, count: number): number[] {
  const first = row * columns
  return Array.from({ length: Math.min(columns, count - first) }, (_, offset) => first + offset)
}

const lineHeight = 57

/** One line each. */
export const listShape = (count: number): GridShape => ({ columns: 1, rowCount: count, rowHeight: lineHeight })

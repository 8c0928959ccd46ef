/** A tile by its place in the list and by what it shows: after a change only one of the two may still be right. */
export type TilePlace = {
  index: number
  /** `''` where only the place is known. */
  id: string
}

/** Somebody who adds or removes more than this at once moves what one looked at out of reach. */
const reach = 100

/**
 * Where a tile stands now: things that others added or removed above it have moved it. Looked for around its former
 * place; that place itself when it is gone or has not come yet.
 */
export function indexNow(at: (index: number) => { id: string } | undefined, { index, id }: TilePlace): number {
  return foundNear(at, { index, id }) ?? index
}

/** As `indexNow`; `null` when it is nowhere near. */
export function foundNear(at: (index: number) => { id: string } | undefined, { index, id }: TilePlace): number | null {
  if (id === '') return null
  for (let distance = 0; distance <= reach; distance++) {
    if (at(index + distance)?.id === id) return index + distance
    if (distance <= index && at(index - distance)?.id === id) return index - distance
  }
  return null
}

/** A picture in any size. `side` is the longest side of the original in pixels, `null` where it has none of its own. */
export type PictureSource = { addressOf: (size: number) => string | undefined; alt: string; shape: Shape | null }
export type Shape = { width: number; height: number }

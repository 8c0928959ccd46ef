/** A picture in any size. `shape`: the original's own pixels; `null` where it has none. */
export type PictureSource = { addressOf: (size: number) => string | undefined; alt: string; shape: Shape | null }
export type Shape = { width: number; height: number }

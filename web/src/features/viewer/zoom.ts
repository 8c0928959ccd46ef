export type Size = { width: number; height: number }
export type Point = { x: number; y: number }

/**
 * How a picture lies in its frame: `scale` is pixels of the page for one of the picture, `x` and `y` how far its middle
 * is from the frame's middle.
 */
export type Zoom = { scale: number } & Point

/** What a zoom is measured against. `density`: pixels of the screen for one of the page. */
export type Stage = { frame: Size; picture: Size; density: number }

const largest = 8
const step = 1.25

/** All of it in view, and never larger than it is. */
export const fitted = ({ frame, picture, density }: Stage): Zoom => ({
  scale: Math.min(1 / density, frame.width / picture.width, frame.height / picture.height),
  x: 0,
  y: 0,
})

/** One pixel of the picture for one of the screen. */
export const actualScale = ({ density }: Stage): number => 1 / density

export const isFitted = (zoom: Zoom, stage: Stage): boolean => zoom.scale <= fitted(stage).scale * 1.001

/** What lies under `at` (from the frame's middle) stays there. */
export function zoomedTo(zoom: Zoom, scale: number, stage: Stage, at: Point = { x: 0, y: 0 }): Zoom {
  const least = fitted(stage).scale
  const next = Math.max(least, Math.min(scale, Math.max(least, largest * actualScale(stage))))
  const factor = next / zoom.scale
  return within({ scale: next, x: at.x - (at.x - zoom.x) * factor, y: at.y - (at.y - zoom.y) * factor }, stage)
}

export const zoomedBy = (zoom: Zoom, steps: number, stage: Stage, at?: Point): Zoom =>
  zoomedTo(zoom, zoom.scale * step ** steps, stage, at)

export const panned = (zoom: Zoom, by: Point, stage: Stage): Zoom =>
  within({ scale: zoom.scale, x: zoom.x + by.x, y: zoom.y + by.y }, stage)

/** No edge of the picture is drawn further in than the frame's. */
export function within({ scale, x, y }: Zoom, { frame, picture }: Stage): Zoom {
  const most = {
    x: Math.max(0, (picture.width * scale - frame.width) / 2),
    y: Math.max(0, (picture.height * scale - frame.height) / 2),
  }
  return { scale, x: clamp(x, most.x), y: clamp(y, most.y) }
}

// `+ 0`: no minus zero
const clamp = (value: number, most: number): number => Math.max(-most, Math.min(value, most)) + 0

import { actualScale, fitted, isFitted, panned, type Stage, type Zoom, zoomedBy, zoomedTo } from './zoom.ts'

const stride = 80

/** Where a key takes the picture; `null` for keys that are not ours, as arrows over a picture that is whole. */
export function moveByKey(key: string, zoom: Zoom, stage: Stage): Zoom | null {
  if (key === '+' || key === '=') return zoomedBy(zoom, 1, stage)
  if (key === '-' || key === '_') return zoomedBy(zoom, -1, stage)
  if (key === '0') return fitted(stage)
  if (key === '1') return zoomedTo(zoom, actualScale(stage), stage)
  const by = Object.hasOwn(strides, key) ? strides[key] : undefined
  return by === undefined || isFitted(zoom, stage) ? null : panned(zoom, by, stage)
}

const strides: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: stride, y: 0 },
  ArrowRight: { x: -stride, y: 0 },
  ArrowUp: { x: 0, y: stride },
  ArrowDown: { x: 0, y: -stride },
}

import type { ViewedPages } from '@descant/contract'

/** Signed address of a page, from 1, its longest side so many pixels. */
export const pageAddress = ({ address }: ViewedPages, page: number, size: number): string =>
  address.replace('{page}', String(page)).replace('{size}', String(size))

/** As wide as the frame, all of it in the frame, or so many pixels of the page for one of paper at 96 dpi. */
export type PageZoom = 'width' | 'height' | number

export const gap = 14
const pixelsPerPoint = 96 / 72
const steps = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]

/** Width of a page on the screen. `shape`: width by height of the page; `points`: its width on paper. */
export function pageWidth(
  zoom: PageZoom,
  { frame, shape, points }: { frame: { width: number; height: number }; shape: number; points: number },
): number {
  const fitting = Math.max(40, frame.width - 2 * gap)
  if (zoom === 'width') return Math.min(fitting, 1400)
  if (zoom === 'height') return Math.min(fitting, Math.max(40, (frame.height - 2 * gap) * shape))
  return points * pixelsPerPoint * zoom
}

/** The next larger or smaller of the usual sizes. */
export function stepped(now: number, direction: 1 | -1): number {
  const beyond = direction === 1 ? steps.find((one) => one > now * 1.01) : steps.findLast((one) => one < now * 0.99)
  return beyond ?? now
}

/** How large a page of this width is shown, 1 being its size on paper. */
export const scaleOf = (width: number, points: number): number => width / (points * pixelsPerPoint)

import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { isFitted, type Point, panned, type Stage, type Zoom, zoomedBy, zoomedTo } from './zoom.ts'

const swipeAtLeast = 60
const wheelStep = 100

/**
 * One pointer moves the picture, two pinch it, the wheel zooms (once the picture has the focus, or with Ctrl, so that
 * the page still scrolls); a quick stroke sideways over a picture that is whole goes on to the next.
 */
export function useGestures({
  frame,
  stage,
  zoom,
  onZoom,
  onSwipe,
}: {
  frame: RefObject<HTMLElement | null>
  stage: Stage
  zoom: Zoom
  onZoom: (zoom: Zoom) => void
  onSwipe: (direction: 'before' | 'after') => void
}) {
  const pointers = useRef(new Map<number, Point>())
  const began = useRef<Point | null>(null)
  const latest = useRef({ stage, zoom, onZoom })
  latest.current = { stage, zoom, onZoom }

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    // not passive, which React's own would be: the page must not scroll as well
    const onWheel = (event: WheelEvent) => {
      const isOurs = event.ctrlKey || element.contains(document.activeElement) || document.fullscreenElement !== null
      if (!isOurs) return
      event.preventDefault()
      const now = latest.current
      const steps = -event.deltaY / (event.ctrlKey ? wheelStep / 6 : wheelStep)
      now.onZoom(zoomedBy(now.zoom, Math.max(-4, Math.min(steps, 4)), now.stage, fromMiddle(element, event)))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [frame])

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    began.current = pointers.current.size === 1 ? { x: event.clientX, y: event.clientY } : null
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const from = pointers.current.get(event.pointerId)
    if (from === undefined) return
    const to = { x: event.clientX, y: event.clientY }
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
    pointers.current.set(event.pointerId, to)
    if (other === undefined) return onZoom(panned(zoom, { x: to.x - from.x, y: to.y - from.y }, stage))
    const middle = fromMiddle(event.currentTarget, { clientX: (to.x + other.x) / 2, clientY: (to.y + other.y) / 2 })
    onZoom(zoomedTo(zoom, (zoom.scale * distance(to, other)) / Math.max(1, distance(from, other)), stage, middle))
  }

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId)
    const start = began.current
    began.current = null
    if (start === null || event.pointerType === 'mouse' || !isFitted(zoom, stage)) return
    const [across, along] = [event.clientX - start.x, event.clientY - start.y]
    if (Math.abs(across) > swipeAtLeast && Math.abs(across) > 2 * Math.abs(along)) {
      onSwipe(across > 0 ? 'before' : 'after')
    }
  }

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      pointers.current.delete(event.pointerId)
      began.current = null
    },
  }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function fromMiddle(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
}

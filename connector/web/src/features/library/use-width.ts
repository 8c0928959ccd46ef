import { type RefObject, useLayoutEffect, useState } from 'react'

/** Pixels across; 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (element.current === null) return
    setWidth(Math.floor(element.current.getBoundingClientRect().width))
    const watching = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watching.observe(element.current)
    return () => watching.disconnect()
  }, [element])
  return width
}

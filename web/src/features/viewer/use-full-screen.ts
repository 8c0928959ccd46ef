import { type RefObject, useEffect, useState } from 'react'

export type FullScreen = { isOn: boolean; toggle: () => void } | null

/** `null` where the browser has none (a telephone, say). */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [isOn, setIsOn] = useState(false)

  useEffect(() => {
    const onChange = () =>
      setIsOn(document.fullscreenElement !== null && document.fullscreenElement === element.current)
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [element])

  if (!document.fullscreenEnabled) return null
  const toggle = () => {
    // refused when no person asked for it: then all stays as it is
    const asked = isOn ? document.exitFullscreen() : element.current?.requestFullscreen()
    asked?.catch(() => {})
  }
  return { isOn, toggle }
}

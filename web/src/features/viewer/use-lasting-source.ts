import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Addresses end after some twenty minutes, and many a film is longer. A player keeps the one it began with, so that
 * nothing begins anew by itself; when that one has ended, it goes on with a newer one where it was.
 */
export function useLastingSource(player: RefObject<HTMLMediaElement | null>, addresses: string[]): string[] {
  const [held, setHeld] = useState(addresses)
  const latest = useRef(addresses)
  latest.current = addresses
  const goOn = useRef<{ seconds: number; playing: boolean } | null>(null)
  const wasPlaying = useRef(false)

  useEffect(() => {
    const element = player.current
    if (element === null) return
    const onPlay = () => {
      wasPlaying.current = true
    }
    const onPause = () => {
      wasPlaying.current = element.error !== null && wasPlaying.current
    }
    const onError = () => {
      const hasNewer = latest.current[0] !== undefined && latest.current[0] !== element.currentSrc
      if (element.error === null || element.currentTime === 0 || !hasNewer) return
      goOn.current = { seconds: element.currentTime, playing: wasPlaying.current }
      setHeld(latest.current)
    }
    const listeners = { play: onPlay, pause: onPause, error: onError }
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener)
    }
  }, [player])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other addresses are the reason to load again
  useEffect(() => {
    const element = player.current
    const place = goOn.current
    if (element === null || place === null) return
    goOn.current = null
    element.load()
    element.currentTime = place.seconds
    if (place.playing) element.play().catch(() => {})
  }, [held, player])

  return held
}

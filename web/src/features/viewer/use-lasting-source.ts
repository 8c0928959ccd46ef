import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/**
 * Addresses end after some twenty minutes, and many a film is longer. A player keeps the one it began with, so that
 * nothing begins anew by itself; when that one has ended, it goes on with a newer one where it was. `renew` asks for
 * one: nobody has while the page was out of sight or the machine asleep.
 */
export function useLastingSource(
  player: RefObject<HTMLMediaElement | null>,
  addresses: string[],
  renew: () => void,
): string[] {
  const [held, setHeld] = useState(addresses)
  const latest = useRef({ addresses, renew })
  latest.current = { addresses, renew }
  const goOn = useRef<{ seconds: number; playing: boolean } | null>(null)
  const wasPlaying = useRef(false)
  const lastEnd = useRef(-1)

  const takeNewer = useCallback(() => {
    const newer = latest.current.addresses
    if (newer[0] === undefined || newer[0] === player.current?.currentSrc) return false
    setHeld(newer)
    return true
  }, [player])

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
      const { error, currentTime } = element
      // what fails twice at one place is not the address's fault
      if (error === null || currentTime === 0 || currentTime === lastEnd.current) return
      lastEnd.current = currentTime
      goOn.current = { seconds: currentTime, playing: wasPlaying.current }
      if (!takeNewer()) latest.current.renew()
    }
    const listeners = { play: onPlay, pause: onPause, error: onError }
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener)
    }
  }, [player, takeNewer])

  // the one that was asked for has come
  useEffect(() => {
    if (goOn.current !== null && addresses !== held) takeNewer()
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: other addresses are the reason to load again
  useEffect(() => {
    const element = player.current
    const place = goOn.current
    if (element === null || place === null || element.error === null) return
    goOn.current = null
    element.load()
    element.currentTime = place.seconds
    if (place.playing) element.play().catch(() => {})
  }, [held, player])

  return held
}

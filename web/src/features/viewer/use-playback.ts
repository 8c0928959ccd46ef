import { type RefObject, useCallback, useEffect, useState } from 'react'

export type Playback = { seconds: number; duration: number; isPlaying: boolean; seek: (seconds: number) => void }

/** What a player is at, as it goes along. `known`: its length, until the player tells itself. */
export function usePlayback(player: RefObject<HTMLMediaElement | null>, known: number): Playback {
  const [state, setState] = useState({ seconds: 0, duration: known, isPlaying: false })

  useEffect(() => {
    const element = player.current
    if (element === null) return
    let frame = 0
    const look = () => {
      const { currentTime, duration, paused } = element
      setState((before) => ({
        seconds: currentTime,
        duration: Number.isFinite(duration) && duration > 0 ? duration : before.duration,
        isPlaying: !paused,
      }))
    }
    // as often as the screen is drawn while it plays; a player tells its time but four times a second
    const follow = () => {
      look()
      frame = element.paused ? 0 : requestAnimationFrame(follow)
    }
    const onChange = () => {
      cancelAnimationFrame(frame)
      follow()
    }
    for (const name of changes) element.addEventListener(name, onChange)
    return () => {
      cancelAnimationFrame(frame)
      for (const name of changes) element.removeEventListener(name, onChange)
    }
  }, [player])

  const seek = useCallback(
    (seconds: number) => {
      if (player.current !== null) player.current.currentTime = seconds
      setState((before) => ({ ...before, seconds }))
    },
    [player],
  )
  return { ...state, seek }
}

const changes = ['play', 'pause', 'seeked', 'durationchange', 'loadedmetadata', 'timeupdate', 'ended'] as const

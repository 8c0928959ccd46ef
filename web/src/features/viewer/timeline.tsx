import './timeline.css'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { clockTime } from './clock-time.ts'
import { secondsAfterKey } from './seconds-after-key.ts'

/** A place in time to see and to set: with the pointer, and with the keys of a slider. */
export function Timeline({
  label,
  seconds,
  duration,
  onSeek,
  track,
  glimpse,
}: {
  label: string
  seconds: number
  /** 0 while nobody knows it. */
  duration: number
  onSeek: (seconds: number) => void
  /** What lies under it instead of a plain line; gets how much has been played, 0 to 1. */
  track?: (played: number) => ReactNode
  /** What is seen or heard at that time, shown over the pointer. */
  glimpse?: ((seconds: number) => ReactNode) | undefined
}) {
  const [pointed, setPointed] = useState<number | null>(null)
  const [dragging, setDragging] = useState(false)
  const [focused, setFocused] = useState(false)
  const played = duration === 0 ? 0 : Math.min(1, seconds / duration)
  const shown = pointed ?? (focused && glimpse !== undefined ? seconds : null)

  const secondsAt = (event: PointerEvent<HTMLElement>): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min((event.clientX - left) / Math.max(1, width), 1)) * duration
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = secondsAfterKey(event.key, seconds, duration)
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onSeek(next)
  }

  return (
    <div
      className="timeline"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration)}
      aria-valuenow={Math.round(seconds)}
      aria-valuetext={`${clockTime(seconds)} of ${clockTime(duration)}`}
      aria-disabled={duration === 0}
      data-plain={track === undefined}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onPointerDown={(event) => {
        if (event.button !== 0 || duration === 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragging(true)
        setPointed(secondsAt(event))
        onSeek(secondsAt(event))
      }}
      onPointerMove={(event) => {
        if (duration === 0) return
        setPointed(secondsAt(event))
        if (dragging) onSeek(secondsAt(event))
      }}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => {
        setDragging(false)
        setPointed(null)
      }}
      onPointerLeave={() => {
        if (!dragging) setPointed(null)
      }}
    >
      {track === undefined ? (
        <span className="timeline-line">
          <span style={{ width: `${played * 100}%` }} />
        </span>
      ) : (
        track(played)
      )}
      {pointed !== null && duration > 0 && (
        <span className="timeline-hair" style={{ left: `${(pointed / duration) * 100}%` }} />
      )}
      {shown !== null && duration > 0 && (
        <span className="timeline-glimpse" style={{ left: `${(shown / duration) * 100}%` }}>
          {glimpse?.(shown)}
          <span className="timeline-time">{clockTime(shown)}</span>
        </span>
      )}
    </div>
  )
}

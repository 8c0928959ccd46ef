const step = 5

/** Where a slider's key leads in time; `null` for keys that are not ours. */
export function secondsAfterKey(key: string, seconds: number, duration: number): number | null {
  // a short clip is crossed in twenty strokes, too
  const short = Math.min(step, duration / 20)
  const moves: Record<string, number> = {
    ArrowRight: short,
    ArrowUp: short,
    ArrowLeft: -short,
    ArrowDown: -short,
    PageUp: duration / 10,
    PageDown: -duration / 10,
    Home: -seconds,
    End: duration - seconds,
  }
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined
  return move === undefined ? null : Math.max(0, Math.min(seconds + move, duration))
}

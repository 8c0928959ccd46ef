const waiting = new Map<number, () => void>()
let begun = 0
let isAwaited = false

/**
 * Long work on the only thread, in pieces: what is returned is awaited before each of them. One piece is done each time
 * the event loop comes round, of the work that began first: what takes no time waits for a piece, and not for all the
 * work there is.
 */
export function inPieces(): () => Promise<void> {
  const number = ++begun
  return () =>
    new Promise((resolve) => {
      waiting.set(number, resolve)
      comeRound()
    })
}

function comeRound(): void {
  if (isAwaited || waiting.size === 0) return
  isAwaited = true
  setImmediate(() => {
    isAwaited = false
    const first = Math.min(...waiting.keys())
    const goOn = waiting.get(first)
    waiting.delete(first)
    goOn?.()
    comeRound()
  })
}

export type Slots = {
  /** Waits for a free place, first come first served; what it answers gives the place back. */
  take(signal?: AbortSignal): Promise<() => void>
}

export function slots(count: number): Slots {
  let free = count
  const waiting = new Set<() => void>()

  function release(): void {
    const [next] = waiting
    if (next === undefined) free++
    else next()
  }

  return {
    async take(signal) {
      signal?.throwIfAborted()
      if (free > 0) free--
      else await turn(signal)
      let given = false
      return () => {
        if (!given) release()
        given = true
      }
    },
  }

  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        waiting.delete(go)
        reject(signal?.reason)
      }
      const go = () => {
        waiting.delete(go)
        signal?.removeEventListener('abort', onAbort)
        resolve()
      }
      waiting.add(go)
      signal?.addEventListener('abort', onAbort)
    })
  }
}

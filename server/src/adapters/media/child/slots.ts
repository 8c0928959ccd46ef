export type Slots = {
  /**
   * Waits for a free place; what it answers gives the place back. Who waits for the same thing (`about`) waits in a
   * row of its own, and rows take turns: ten thousand pages of one document keep nobody else waiting.
   */
  take(signal?: AbortSignal, about?: string): Promise<() => void>
}

export function slots(count: number): Slots {
  let free = count
  const rows = new Map<string, Set<() => void>>()

  /** The first of the row that waited longest for its turn; the row goes to the end. */
  function next(): (() => void) | undefined {
    for (const [about, row] of rows) {
      rows.delete(about)
      const [first] = row
      if (first === undefined) continue
      row.delete(first)
      if (row.size > 0) rows.set(about, row)
      return first
    }
    return undefined
  }

  function release(): void {
    const first = next()
    if (first === undefined) free++
    else first()
  }

  return {
    async take(signal, about = '') {
      signal?.throwIfAborted()
      if (free > 0) free--
      else await turn(about, signal)
      let given = false
      return () => {
        if (!given) release()
        given = true
      }
    },
  }

  function turn(about: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const row = rows.get(about) ?? new Set()
      rows.set(about, row)
      const onAbort = () => {
        row.delete(go)
        reject(signal?.reason)
      }
      const go = () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      }
      row.add(go)
      signal?.addEventListener('abort', onAbort)
    })
  }
}

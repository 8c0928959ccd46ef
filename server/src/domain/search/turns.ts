/** One after another, in the order asked; one that fails does not keep the next from its turn. */
export function takingTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }
}

/**
 * Runs `work` once for everybody who asks before it starts. A run already under way may have looked too early for
 * the one who asks now, so it waits for the next, with all others who came meanwhile.
 */
export function sharedRun<T>(work: () => Promise<T>): () => Promise<T> {
  let latest: Promise<unknown> = Promise.resolve()
  let waiting: Promise<T> | null = null
  return () => {
    if (waiting !== null) return waiting
    const begin = () => {
      waiting = null
      return work()
    }
    waiting = latest.then(begin, begin)
    latest = waiting.catch(() => {})
    return waiting
  }
}

/** What comes in time, however long an infinite one is; else what `late` says. */
export async function within<T>(coming: Promise<T>, ms: number, late: () => Error): Promise<T> {
  if (ms === Number.POSITIVE_INFINITY) return await coming
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms)
  })
  try {
    return await Promise.race([coming, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

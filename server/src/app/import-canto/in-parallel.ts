/** At most `hands` at a time, in the order given; the first that rejects lets no other begin, and is told. */
export async function inParallel<T>(
  hands: number,
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]()
  let failed = false
  const hand = async () => {
    for (let next = waiting.next(); !next.done && !failed; next = waiting.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true
        throw error
      })
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: hands }, hand))
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

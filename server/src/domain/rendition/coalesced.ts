/** Many who ask for the same at the same time wait for one and the same work. */
export function coalesced<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  return (key, work) => {
    const known = running.get(key)
    if (known) return known
    const result = work().finally(() => running.delete(key))
    running.set(key, result)
    return result
  }
}

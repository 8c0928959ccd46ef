/**
 * Many who ask for the same at the same time wait for one and the same work. `where` it is written counts: two accounts
 * that have the same file need it each in its own place.
 */
export function coalesced<T>(): (where: object, key: string, work: () => Promise<T>) => Promise<T> {
  const places = new WeakMap<object, Map<string, Promise<T>>>()
  return (where, key, work) => {
    const running = places.get(where) ?? new Map<string, Promise<T>>()
    places.set(where, running)
    const known = running.get(key)
    if (known) return known
    const result = work().finally(() => running.delete(key))
    running.set(key, result)
    return result
  }
}

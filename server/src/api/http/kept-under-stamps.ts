/** How many answers are kept for one owner; when there are more, it begins anew. */
const most = 10_000

type Stamps = readonly (number | null)[]

/**
 * Keeps what was looked up for as long as all stamps stay what they were before the look: whatever is committed, by
 * whomever, ends it at once. With a stamp that is `null` nothing is kept. Refusals are not kept either.
 */
export function keptUnderStamps<Value>() {
  const owners = new WeakMap<object, Map<string, { stamps: Stamps; value: Value }>>()

  return {
    async under(owner: object, stamps: Stamps, key: string, look: (key: string) => Promise<Value>): Promise<Value> {
      if (stamps.includes(null)) return await look(key)
      const kept = owners.get(owner) ?? new Map<string, { stamps: Stamps; value: Value }>()
      owners.set(owner, kept)
      const known = kept.get(key)
      if (known?.stamps.every((stamp, index) => stamp === stamps[index])) return known.value

      const value = await look(key)
      if (kept.size >= most) kept.clear()
      kept.set(key, { stamps, value })
      return value
    },
  }
}

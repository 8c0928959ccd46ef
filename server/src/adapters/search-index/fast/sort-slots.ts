import type { IdTable } from './id-table.ts'

/** Slots by id. Pauses every few milliseconds for whoever has other work. */
export function* sortById(slots: Uint32Array, ids: IdTable): Generator<void, Uint32Array> {
  if (!ids.plain) return slots.slice().sort((a, b) => ids.compare(a, b))
  const { words } = ids
  const keys = new Uint32Array(words.length / 4)
  let sorted: Uint32Array = slots.slice()
  for (let word = 3; word >= 0; word--) {
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number
      keys[slot] = words[slot * 4 + word] as number
    }
    yield
    sorted = byDigit(sorted, keys, 0)
    yield
    sorted = byDigit(sorted, keys, 16)
    yield
  }
  return sorted
}

/** Slots by a number of each; where numbers are alike in the order they came. A new array; pauses as `sortById` does. */
export function* sortByNumber(
  slots: Uint32Array,
  numbers: Float64Array,
  ascending: boolean,
): Generator<void, Uint32Array> {
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2)
  const keys = new Uint32Array(numbers.length)
  let sorted: Uint32Array = slots.slice()
  for (const half of [0, 1]) {
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number
      // the bits of a double as a number that rises with it: all turned when negative, the sign alone when not
      const negative = (halves[slot * 2 + 1] as number) >>> 31 === 1
      const bits = halves[slot * 2 + half] as number
      const rising = negative ? ~bits : half === 1 ? bits ^ 0x80000000 : bits
      keys[slot] = ascending ? rising : ~rising
    }
    yield
    sorted = byDigit(sorted, keys, 0)
    yield
    sorted = byDigit(sorted, keys, 16)
    yield
  }
  return sorted
}

/** One pass of a radix sort, by 16 bits of the key of each slot. */
function byDigit(slots: Uint32Array, keys: Uint32Array, shift: 0 | 16): Uint32Array {
  const starts = new Uint32Array(65_537)
  for (let at = 0; at < slots.length; at++) {
    const digit = ((keys[slots[at] as number] as number) >>> shift) & 0xffff
    ;(starts[digit + 1] as number)++
  }
  // all alike: nothing to do
  const first = ((keys[slots[0] as number] as number) >>> shift) & 0xffff
  if (slots.length === 0 || starts[first + 1] === slots.length) return slots

  for (let at = 1; at < starts.length; at++) (starts[at] as number) += starts[at - 1] as number
  const sorted = new Uint32Array(slots.length)
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number
    const digit = ((keys[slot] as number) >>> shift) & 0xffff
    sorted[starts[digit] as number] = slot
    ;(starts[digit] as number)++
  }
  return sorted
}

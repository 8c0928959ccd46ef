import type { IdTable } from './id-table.ts'

/** Slots by their ids, ascending. */
export function slotsById(slots: Uint32Array, ids: IdTable): Uint32Array {
  if (!ids.plain) return slots.slice().sort((a, b) => ids.compare(a, b))
  let sorted = slots
  for (let word = 3; word >= 0; word--) {
    const words = ids.words
    for (const shift of [0, 16]) sorted = byDigit(sorted, (slot) => (words[slot * 4 + word] as number) >>> shift)
  }
  return sorted
}

/** Stable, by a number of each slot: what was in order among equals stays so. */
export function sortByNumber(slots: Uint32Array, numbers: Float64Array, ascending: boolean): Uint32Array {
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2)
  let sorted = slots
  for (const [half, shift] of [
    [0, 0],
    [0, 16],
    [1, 0],
    [1, 16],
  ] as const) {
    sorted = byDigit(sorted, (slot) => {
      // the bits of a double as a number that rises with it: all turned when negative, the sign alone when not
      const sign = (halves[slot * 2 + 1] as number) >>> 31
      const bits = halves[slot * 2 + half] as number
      const rising = sign === 1 ? ~bits : half === 1 ? bits ^ 0x80000000 : bits
      return (ascending ? rising : ~rising) >>> shift
    })
  }
  return sorted
}

/** One pass of a radix sort, by the lower 16 bits of a digit. */
function byDigit(slots: Uint32Array, digitOf: (slot: number) => number): Uint32Array {
  const starts = new Uint32Array(65_537)
  const digits = new Uint16Array(slots.length)
  for (let at = 0; at < slots.length; at++) {
    const digit = digitOf(slots[at] as number) & 0xffff
    digits[at] = digit
    ;(starts[digit + 1] as number)++
  }
  // all alike: nothing to do
  if (slots.length > 0 && starts[(digits[0] as number) + 1] === slots.length) return slots
  for (let at = 1; at < starts.length; at++) (starts[at] as number) += starts[at - 1] as number
  const sorted = new Uint32Array(slots.length)
  for (let at = 0; at < slots.length; at++) {
    const digit = digits[at] as number
    sorted[starts[digit] as number] = slots[at] as number
    ;(starts[digit] as number)++
  }
  return sorted
}

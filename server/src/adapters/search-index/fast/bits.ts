/** A set of slots, 32 to a word. */
export type Bits = Uint32Array

export const wordsFor = (slots: number): number => (slots + 31) >>> 5

export const hasBit = (bits: Bits, slot: number): boolean => (((bits[slot >>> 5] as number) >>> (slot & 31)) & 1) === 1

export function setBit(bits: Bits, slot: number): void {
  ;(bits[slot >>> 5] as number) |= 1 << (slot & 31)
}

export function clearBit(bits: Bits, slot: number): void {
  ;(bits[slot >>> 5] as number) &= ~(1 << (slot & 31))
}

export function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function countBits(bits: Bits, words: number): number {
  let count = 0
  for (let at = 0; at < words; at++) count += ones(bits[at] as number)
  return count
}

export function countBoth(a: Bits, b: Bits, words: number): number {
  let count = 0
  for (let at = 0; at < words; at++) count += ones((a[at] as number) & (b[at] as number))
  return count
}

export function keepOnly(bits: Bits, wanted: Bits, words: number): void {
  for (let at = 0; at < words; at++) (bits[at] as number) &= wanted[at] as number
}

export function leaveOut(bits: Bits, unwanted: Bits, words: number): void {
  for (let at = 0; at < words; at++) (bits[at] as number) &= ~(unwanted[at] as number)
}

export function addAll(bits: Bits, more: Bits, words: number): void {
  for (let at = 0; at < words; at++) (bits[at] as number) |= more[at] as number
}

export function clearFrom(bits: Bits, slot: number): void {
  const at = slot >>> 5
  if (at >= bits.length) return
  ;(bits[at] as number) &= (1 << (slot & 31)) - 1
  bits.fill(0, at + 1)
}

export function setBelow(bits: Bits, slot: number): void {
  const at = Math.min(slot >>> 5, bits.length)
  bits.fill(0xffffffff, 0, at)
  if (at < bits.length) (bits[at] as number) |= (1 << (slot & 31)) - 1
}

/** The slots of a set, ascending; how many there are. */
export function listSlots(bits: Bits, words: number, into: Uint32Array): number {
  let count = 0
  for (let at = 0; at < words; at++) {
    let word = bits[at] as number
    while (word !== 0) {
      const lowest = word & -word
      into[count++] = (at << 5) + 31 - Math.clz32(lowest)
      word ^= lowest
    }
  }
  return count
}

/** Each slot of a set, ascending. */
export function visitBits(bits: Bits, visit: (slot: number) => void): void {
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] as number
    while (word !== 0) {
      const lowest = word & -word
      visit((at << 5) + 31 - Math.clz32(lowest))
      word ^= lowest
    }
  }
}

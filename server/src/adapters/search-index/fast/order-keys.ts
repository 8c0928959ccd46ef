import { compareNames } from '../../../domain/search/compare-names.ts'
import { withRoom } from './growing.ts'

/** What the collator says of each ASCII character by itself: 0 is nothing to it; digits are told apart by their number. */
const weights: Uint8Array = weigh()
const digit = weights[48] as number
/** Longer numbers the collator has its own view of. */
const mostDigits = 200

/**
 * Keys of names, one after the other, that compare byte by byte as `compareNames` compares the names, which is many
 * times quicker; no byte is 0. There are none of names that are not ASCII, or hold very long numbers.
 */
export class OrderKeys {
  #bytes = new Uint8Array(1024)
  #ends = new Uint32Array(64)
  #count = 0

  /** Whether there is a key; its number is how many names came before. */
  add(name: string): boolean {
    const from = this.#beginOf(this.#count)
    this.#bytes = withRoom(this.#bytes, from + name.length * 3)
    const end = writeKey(name, this.#bytes, from)
    this.#ends = withRoom(this.#ends, this.#count + 1)
    this.#ends[this.#count++] = end < 0 ? from : end
    return end >= 0
  }

  /** Six bytes of a key as one number, which ends in a byte of 0 where the key has ended. */
  chunkOf(number: number, chunk: number): number {
    const end = this.#ends[number] as number
    let value = 0
    let at = this.#beginOf(number) + chunk * 6
    for (let byte = 0; byte < 6; byte++, at++) value = value * 256 + (at < end ? (this.#bytes[at] as number) : 0)
    return value
  }

  #beginOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] as number)
  }
}

/** Where it ends; -1: there is none. At most three bytes a character. */
function writeKey(name: string, into: Uint8Array, from: number): number {
  let to = from
  for (let at = 0; at < name.length; ) {
    const unit = name.charCodeAt(at)
    if (unit > 127) return -1
    if (!isDigit(unit)) {
      if (weights[unit] !== 0) into[to++] = weights[unit] as number
      at++
      continue
    }
    let end = at + 1
    while (end < name.length && isDigit(name.charCodeAt(end))) end++
    let first = at
    while (first < end - 1 && name.charCodeAt(first) === 48) first++
    if (end - first > mostDigits) return -1
    into[to++] = digit
    into[to++] = end - first
    for (; first < end; first++) into[to++] = name.charCodeAt(first)
    at = end
  }
  return to
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

function weigh(): Uint8Array {
  const characters = Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit))
  const counted = characters.filter((character) => compareNames(character, '') !== 0 && !/[1-9]/.test(character))
  const inOrder = counted.sort(compareNames)
  const weightOf = new Uint8Array(128)
  let weight = 0
  for (const [at, character] of inOrder.entries()) {
    const before = inOrder[at - 1]
    if (before === undefined || compareNames(before, character) !== 0) weight++
    weightOf[character.charCodeAt(0)] = weight
  }
  return weightOf
}

import { compound, endOfValue, firstField, firstWord, gap, glue, rawValue } from './text-codes.ts'
import type { Pattern } from './word-patterns.ts'

/**
 * Words to be found one after the other, each of one part: by the code they are written with, or, for the last one when
 * it may go on, by flags of what is accepted. Quicker than reading a document first.
 */
export type PlainPatterns = { codes: Int32Array; last: Uint8Array | null }

/** `null`: there are parts, or too many words, to be looked for without reading. */
export function plainPatterns(patterns: readonly Pattern[]): PlainPatterns | null {
  if (patterns.length > 30) return null
  const codes = new Int32Array(patterns.length)
  let last: Uint8Array | null = null
  for (const [at, { whole, parts }] of patterns.entries()) {
    if (parts.length !== 1) return null
    if ('only' in whole) codes[at] = whole.only < 0 ? -1 : whole.only + firstWord
    else {
      codes[at] = -1
      last = whole.flags
    }
  }
  return { codes, last }
}

/** Whether the words are one after the other in a value of the field, or of any where none is named. */
export function codesMatch(
  bytes: Uint8Array,
  from: number,
  to: number,
  wanted: number | null,
  { codes, last }: PlainPatterns,
): boolean {
  const done = 1 << (codes.length - 1)
  /** Bit n: the words up to n are the ones just read. */
  let active = 0
  let whole = 0
  let partsLeft = 0
  let relevant = wanted === null
  let argument = 0
  for (let at = from; at < to; ) {
    let number = bytes[at++] as number
    if (number > 127) {
      number &= 127
      let shift = 7
      let byte = 128
      while (byte > 127) {
        byte = bytes[at++] as number
        number |= (byte & 127) << shift
        shift += 7
      }
    }
    if (argument !== 0) {
      // what belongs to the code before
      if (argument === compound) {
        whole = relevant ? ((active << 1) | 1) & acceptedBits(number + firstWord, codes, last) : 0
        argument = -1
      } else if (argument === -1) {
        partsLeft = number
        argument = -2
      } else if (argument === -2) {
        if (relevant) active = ((active << 1) | 1) & acceptedBits(number + firstWord, codes, last)
        if (--partsLeft === 0) {
          active |= whole
          argument = 0
        }
        if ((active & done) !== 0) return true
      } else argument = 0
      continue
    }
    if (number >= firstWord) {
      if (!relevant) continue
      active = ((active << 1) | 1) & acceptedBits(number, codes, last)
      if ((active & done) !== 0) return true
    } else if (number === endOfValue) active = 0
    else if (number < glue) {
      const field = number - firstField
      relevant = wanted === null || field === wanted
      if (wanted !== null && field > wanted) return false
    } else if (number === compound || number === gap || number === rawValue) argument = number
  }
  return false
}

function acceptedBits(code: number, codes: Int32Array, last: Uint8Array | null): number {
  let bits = 0
  for (let at = 0; at < codes.length; at++) if (codes[at] === code) bits |= 1 << at
  if (last !== null && last[code - firstWord + 1] === 1) bits |= 1 << (codes.length - 1)
  return bits
}

/** Whether a value is these words and nothing else, with one space between them. */
export function isWholeValue(
  bytes: Uint8Array,
  from: number,
  to: number,
  wanted: number | null,
  codes: Int32Array,
): boolean {
  let relevant = wanted === null
  let matched = 0
  const next = () => {
    let number = bytes[at++] as number
    if (number < 128) return number
    number &= 127
    for (let shift = 7; ; shift += 7) {
      const byte = bytes[at++] as number
      number |= (byte & 127) << shift
      if (byte < 128) return number
    }
  }
  let at = from
  while (at < to) {
    const number = next()
    if (number === endOfValue) {
      if (relevant && matched === codes.length) return true
      matched = 0
    } else if (number >= firstWord) matched = matched >= 0 && codes[matched] === number ? matched + 1 : -1
    else if (number < glue) relevant = wanted === null || number - firstField === wanted
    else if (number === compound) {
      const whole = next() + firstWord
      matched = matched >= 0 && codes[matched] === whole ? matched + 1 : -1
      for (let parts = next(); parts > 0; parts--) next()
    } else {
      if (number === gap || number === rawValue) next()
      matched = -1
    }
  }
  return false
}

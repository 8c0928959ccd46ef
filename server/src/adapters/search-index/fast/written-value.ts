import { isAscii } from '../../../domain/search/fold-text.ts'
import { foldWords } from '../../../domain/search/fold-words.ts'
import { foldSpaced } from '../../../domain/search/parse-keyword.ts'
import { compound, endOfValue, firstGap, firstWord, gap, glue, rawValue, shortGaps } from './text-codes.ts'

/** A value in codes, and what it is made of; the same in whatever document and field it stands. */
export type WrittenValue = {
  codes: readonly number[]
  words: readonly number[]
  /** Words that follow each other, two by two. */
  pairs: readonly number[]
  /** Texts between words, and a whole value that could not be written in words. */
  others: readonly number[]
  /** Its words alone do not tell what it says. */
  isStrange: boolean
}

/** Gives numbers, new or known ones. */
export type Numbering = {
  wordOf(text: string): number
  /** Counts from 0, the commonest first as a rule. */
  gapOf(text: string): number
  rawOf(text: string): number
}

/** No word. */
const none = -1
const nothing: readonly number[] = []

export function writeValue(value: string, numbering: Numbering): WrittenValue {
  const folded = foldSpaced(value)
  const words = foldWords(value)
  const isReadable = inOrder(folded, words)
  const writer = new ValueWriter(numbering)
  // filters of whole values look for the words of what is asked, so these must be the words of the value
  if (!isReadable) writer.writeRaw(folded)
  else writer.isStrange = !isAscii(value) && !sameWords(foldWords(folded), words)

  let at = 0
  for (const { whole, parts } of words) {
    if (isReadable) {
      const found = folded.indexOf(whole, at)
      writer.writeGap(folded.slice(at, found), at > 0)
      at = found + whole.length
    }
    writer.writeWord(whole, parts)
  }
  if (isReadable && at < folded.length) writer.writeGap(folded.slice(at), false)
  return writer.end()
}

class ValueWriter {
  readonly #numbering: Numbering
  readonly #codes: number[] = []
  readonly #words: number[] = []
  readonly #pairs: number[] = []
  readonly #others: number[] = []
  isStrange = false
  #lastWhole = none
  #lastPart = none

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  writeRaw(folded: string): void {
    const number = this.#numbering.rawOf(folded)
    this.#codes.push(rawValue, number)
    this.#others.push(number)
    this.isStrange = true
  }

  writeGap(text: string, between: boolean): void {
    if (text === '') {
      if (between) this.#codes.push(glue)
      return
    }
    if (text === ' ' && between) return
    const number = this.#numbering.gapOf(text)
    this.#others.push(number + 1)
    if (number < shortGaps) this.#codes.push(firstGap + number)
    else this.#codes.push(gap, number)
  }

  writeWord(whole: string, parts: readonly string[]): void {
    const number = this.#noteWord(whole)
    this.#noteAfter(this.#lastWhole, number)
    this.#noteAfter(this.#lastPart, number)
    if (parts.length === 1) {
      this.#codes.push(firstWord + number)
      this.#lastPart = none
    } else this.#writeParts(number, whole, parts)
    this.#lastWhole = number
  }

  end(): WrittenValue {
    this.#codes.push(endOfValue)
    return {
      codes: this.#codes,
      words: this.#words,
      // most have none, and may be kept for long
      pairs: this.#pairs.length > 0 ? this.#pairs : nothing,
      others: this.#others.length > 0 ? this.#others : nothing,
      isStrange: this.isStrange,
    }
  }

  #writeParts(number: number, whole: string, parts: readonly string[]): void {
    if (parts.join('') !== whole) this.isStrange = true
    this.#codes.push(compound, number, parts.length)
    for (const [place, part] of parts.entries()) {
      const each = this.#noteWord(part)
      this.#codes.push(each)
      this.#noteAfter(this.#lastPart, each)
      if (place === 0) this.#noteAfter(this.#lastWhole, each)
      this.#lastPart = each
    }
  }

  #noteWord(text: string): number {
    const number = this.#numbering.wordOf(text)
    this.#words.push(number)
    return number
  }

  #noteAfter(before: number, number: number): void {
    if (before !== none) this.#pairs.push(before, number)
  }
}

/** Whether the wholes stand in the text, one after the other. */
function inOrder(text: string, words: readonly { whole: string }[]): boolean {
  let at = 0
  for (const { whole } of words) {
    const found = text.indexOf(whole, at)
    if (found < 0) return false
    at = found + whole.length
  }
  return true
}

const sameWords = (a: readonly { whole: string }[], b: readonly { whole: string }[]): boolean =>
  a.length === b.length && a.every(({ whole }, at) => whole === b[at]?.whole)

/** The number of no word: what stands between two values. */
export const boundary = 0

/** Numbers for strings, so that a document holds small numbers and equal strings are kept once. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>([['', boundary]])
  readonly #texts: string[] = ['']

  /** The same number for the same text; the empty text is the boundary. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }

  find(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  textOf(number: number): string {
    return this.#texts[number] ?? ''
  }

  startingWith(prefix: string): Set<number> {
    return new Set(this.#texts.flatMap((text, number) => (text.startsWith(prefix) ? [number] : [])))
  }

  get size(): number {
    return this.#texts.length
  }
}

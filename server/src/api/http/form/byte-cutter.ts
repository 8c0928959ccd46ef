/** Cuts a stream of bytes at delimiters, holding no more than one chunk of it. */
export class ByteCutter {
  readonly #source: AsyncIterator<Buffer>
  readonly #missing: () => Error
  #rest: Buffer

  /** `before` are bytes to put in front; `missing` makes what is thrown when the stream ends too early. */
  constructor(source: AsyncIterator<Buffer>, { before, missing }: { before: Buffer; missing: () => Error }) {
    this.#source = source
    this.#missing = missing
    this.#rest = before
  }

  /** The bytes up to the next occurrence of the delimiter, which is swallowed. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(delimiter)
      if (at !== -1) {
        const last = this.#rest.subarray(0, at)
        this.#rest = this.#rest.subarray(at + delimiter.length)
        if (last.length > 0) yield last
        return
      }

      const sure = beginningAtEnd(this.#rest, delimiter)
      if (sure > 0) {
        const passed = this.#rest.subarray(0, sure)
        this.#rest = this.#rest.subarray(sure)
        yield passed
      }
      await this.#more()
    }
  }

  /** Whether these bytes come next; they are swallowed when they do. */
  async skips(bytes: Buffer): Promise<boolean> {
    while (this.#rest.length < bytes.length) await this.#more()
    if (!this.#rest.subarray(0, bytes.length).equals(bytes)) return false
    this.#rest = this.#rest.subarray(bytes.length)
    return true
  }

  async #more(): Promise<void> {
    const next = await this.#source.next()
    if (next.done) throw this.#missing()
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value])
  }
}

/** Where the end of these bytes may be the start of the delimiter; their length, as a rule: then nothing is copied. */
function beginningAtEnd(bytes: Buffer, delimiter: Buffer): number {
  const [first = 0] = delimiter
  for (let at = Math.max(0, bytes.length - delimiter.length + 1); ; at++) {
    at = bytes.indexOf(first, at)
    if (at === -1) return bytes.length
    if (bytes.subarray(at).equals(delimiter.subarray(0, bytes.length - at))) return at
  }
}

/** Keeps what was used last, up to so many bytes in all; one piece may take an eighth of them. */
export class RecentBytes {
  readonly #maxBytes: number
  readonly #kept = new Map<string, Uint8Array>()
  #size = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get(key: string): Uint8Array | undefined {
    const bytes = this.#kept.get(key)
    if (!bytes) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, bytes)
    return bytes
  }

  keep(key: string, bytes: Uint8Array): void {
    if (bytes.byteLength > this.#maxBytes / 8) return
    this.#drop(key)
    this.#kept.set(key, bytes)
    this.#size += bytes.byteLength
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#maxBytes) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.byteLength ?? 0
    this.#kept.delete(key)
  }
}

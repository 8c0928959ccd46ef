import { TooManyBytes } from '../../domain/ports/object-store.ts'

/** Passes chunks on while counting them. `size()` is good once the stream has ended. */
export function countBytes(maxBytes = Number.POSITIVE_INFINITY) {
  let size = 0

  async function* pass(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
      size += chunk.byteLength
      if (size > maxBytes) throw new TooManyBytes(maxBytes)
      yield chunk
    }
  }

  return { pass, size: () => size }
}

import { createHash } from 'node:crypto'
import { TooManyBytes } from '../../domain/ports/object-store.ts'

export type Measured = { size: number; sha256: string; md5: string }

/** Passes chunks on while counting and hashing them. `result()` is good once the stream has ended. */
export function measureBytes(maxBytes = Number.POSITIVE_INFINITY) {
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  let size = 0

  async function* pass(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
      size += chunk.byteLength
      if (size > maxBytes) throw new TooManyBytes(maxBytes)
      sha256.update(chunk)
      md5.update(chunk)
      yield chunk
    }
  }

  return { pass, result: (): Measured => ({ size, sha256: sha256.digest('hex'), md5: md5.digest('hex') }) }
}

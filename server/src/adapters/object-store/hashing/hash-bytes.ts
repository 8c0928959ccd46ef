import { createHash } from 'node:crypto'
import type { Hashes } from './hash-protocol.ts'

/** In small pieces, or on a thread that nobody waits for. */
export function hashBytes(chunks: Iterable<Uint8Array>): Hashes {
  const hashing = beginHashes()
  for (const chunk of chunks) hashing.update(chunk)
  return hashing.hashes()
}

export function beginHashes() {
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  return {
    update(chunk: Uint8Array): void {
      sha256.update(chunk)
      md5.update(chunk)
    },
    hashes: (): Hashes => ({ sha256: sha256.digest('hex'), md5: md5.digest('hex') }),
  }
}

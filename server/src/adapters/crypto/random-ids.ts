import { randomBytes, randomInt } from 'node:crypto'
import type { Ids } from '../../domain/ports/ids.ts'

const base32hex = '0123456789abcdefghijklmnopqrstuv'
const shortAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

export const randomIds: Ids = {
  newId: <Id extends string>() => toBase32hex(randomBytes(16)) as Id,
  // randomInt draws again where a plain remainder would favour some characters
  newShortId: (length) => Array.from({ length }, () => shortAlphabet[randomInt(shortAlphabet.length)]).join(''),
  newHex: (bytes) => randomBytes(bytes).toString('hex'),
}

/** RFC 4648 §7, lower case, without padding. */
export function toBase32hex(bytes: Uint8Array): string {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += base32hex[(pending >>> bits) & 31]
    }
    pending &= (1 << bits) - 1
  }
  return bits > 0 ? text + base32hex[(pending << (5 - bits)) & 31] : text
}

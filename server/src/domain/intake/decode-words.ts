/** `=?UTF-8?Q?gr=C3=BCn?=`, RFC 2047; anything else stays as it is. */
export function decodeWords(text: string): string {
  const word = /=\?([\w.-]+)(?:\*[\w-]+)?\?([bq])\?([^?\s]*)\?=/gi
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(word, (whole, charset: string, kind: string, encoded: string) => {
      const bytes =
        kind.toLowerCase() === 'b'
          ? Buffer.from(encoded, 'base64')
          : percentBytes(
              encoded
                .replace(/%/g, '%25')
                .replace(/_/g, '%20')
                .replace(/=([0-9a-f]{2})/gi, '%$1'),
            )
      return decodeBytes(bytes, charset) ?? whole
    })
}

/** `gr%C3%BCn`; what is no such byte stays as it is. */
export function percentBytes(text: string): Buffer {
  const pieces = text.match(/%[0-9a-f]{2}|[^%]+|%/gi) ?? []
  return Buffer.concat(
    pieces.map((piece) => (/^%[0-9a-f]{2}$/i.test(piece) ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  )
}

/** `undefined`: nobody knows the charset. */
export function decodeBytes(bytes: Buffer, charset: string): string | undefined {
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes)
  } catch {
    return undefined
  }
}

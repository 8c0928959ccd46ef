import type { Readable } from 'node:stream'

/** A multipart form with one file, the last part, as a stream of known length (RFC 7578). */
export function multipart(
  fields: readonly (readonly [string, string])[],
  file: { name: string; contentType: string; size: number; open(): Readable },
  boundary: string,
): { contentType: string; size: number; stream(): AsyncGenerator<Uint8Array, void, void> } {
  const part = (disposition: string, more = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}${more}\r\n\r\n`
  const head = Buffer.from(
    fields.map(([name, value]) => `${part(`name="${quoted(name)}"`)}${value}\r\n`).join('') +
      part(`name="file"; filename="${quoted(file.name)}"`, `\r\ncontent-type: ${file.contentType}`),
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    size: head.byteLength + file.size + tail.byteLength,
    async *stream() {
      yield head
      yield* file.open()
      yield tail
    },
  }
}

/** As browsers do it (HTML, "multipart/form-data encoding algorithm"). */
const quoted = (text: string): string =>
  text.replace(/[\r\n"]/g, (character) => ({ '\r': '%0D', '\n': '%0A', '"': '%22' })[character] ?? character)

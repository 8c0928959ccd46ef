/** One part of a posted form, as raw as a test wants it. */
export type RawPart =
  | { name: string; value: string }
  | { name: string; fileName: string; bytes: Uint8Array | string; type?: string }
  /** Everything before the empty line, to the letter. */
  | { head: string; bytes: Uint8Array | string }

export type RawForm = { headers: { 'content-type': string }; body: Buffer }

/** A `multipart/form-data` body written by hand, for what `FormData` would not send. */
export function formBody(parts: readonly RawPart[], { boundary = 'a-line-between', closed = true } = {}): RawForm {
  const pieces = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n\r\n`),
    Buffer.from('value' in part ? part.value : part.bytes),
    Buffer.from('\r\n'),
  ])
  const end = closed ? Buffer.from(`--${boundary}--\r\n`) : Buffer.alloc(0)
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...pieces, end]),
  }
}

function headOf(part: RawPart): string {
  if ('head' in part) return part.head
  if ('value' in part) return `Content-Disposition: form-data; name="${part.name}"`
  const { name, fileName, type = 'application/octet-stream' } = part
  return `Content-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${type}`
}

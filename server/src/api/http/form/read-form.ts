import { ByteCutter } from './byte-cutter.ts'
import { FormRefused } from './form-refused.ts'
import { type PartHeaders, parsePartHeaders } from './part-headers.ts'

/** One part of a posted form. Its body must be read to the end before the next part is asked for. */
export type FormPart = PartHeaders & { body: AsyncIterable<Buffer> }

const maxHeadBytes = 16 * 1024

/**
 * The parts of a `multipart/form-data` body (RFC 7578), pulled: nothing is read ahead of whoever consumes a part, so
 * a slow disk slows the sender down. A body that ends before its closing delimiter is refused, not taken for whole.
 * Hand-made because file names must be read to the letter (`filename*`, percent-encoded quotes) and a torn body told
 * from a complete one.
 */
export async function* readForm(bytes: AsyncIterator<Buffer>, boundary: string): AsyncGenerator<FormPart> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first delimiter may stand at the very start: as if a line ended before it.
  const cutter = new ByteCutter(bytes, { before: Buffer.from('\r\n'), missing: torn })

  await gather(cutter.until(delimiter), maxHeadBytes) // what stands before the first part means nothing
  while (!(await cutter.skips(Buffer.from('--')))) {
    const head = await gather(cutter.until(Buffer.from('\r\n\r\n')), maxHeadBytes)
    yield { ...parsePartHeaders(head), body: cutter.until(delimiter) }
  }
}

async function gather(chunks: AsyncIterable<Buffer>, most: number): Promise<string> {
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most) throw new FormRefused('MalformedPOSTRequest', 'A part of the form has too long a head')
    kept.push(chunk)
  }
  return decode(Buffer.concat(kept))
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1') // what browsers of old sent
  }
}

const torn = () => new FormRefused('MalformedPOSTRequest', 'The form ends before its last delimiter')

import type { Readable } from 'node:stream'

/** Its chunks as pieces; ends it where nobody wants to go on. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array> {
  yield* stream as AsyncIterable<Buffer>
}

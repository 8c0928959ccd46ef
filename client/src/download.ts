import type { Api, CallOptions } from './api.ts'
import { waitAfter } from './back-off.ts'
import { CantoFailure, ConnectionFailure } from './failures.ts'
import { openDownload, type Wanted } from './open-download.ts'
import { anySignal, pause } from './pause.ts'

export type Download = {
  /** From byte `from` to the end. A line that breaks is taken up again where it broke, as often as there is progress. */
  bytes: ReadableStream<Uint8Array>
  /** As asked, or 0: the server sends all of it, because it knows no ranges or has other bytes now. */
  from: number
  /** Of the whole; `null`: the server does not say. */
  size: number | null
  contentType: string | null
  /** What the server calls the file, by `Content-Disposition`. */
  fileName: string | null
  /** To resume later, in another process: hand it in again. */
  etag: string | null
}

export type DownloadOptions = CallOptions & {
  /** First byte wanted. */
  from?: number
  /** `etag` of the bytes one has already. */
  etag?: string | null
  accept?: string
  /** Byte for byte as it was uploaded, also from a library that writes its metadata into downloads. */
  asUploaded?: boolean
}

/** The bytes behind one of the addresses in an answer (`download`, `preview`, `PNG`, a version's …), as a stream. */
export async function download(api: Api, address: string, options: DownloadOptions = {}): Promise<Download> {
  const { from = 0, etag = null, accept, asUploaded = false, signal } = options
  const url = new URL(address, api.origin)
  // Descant's own; elsewhere nobody reads it. Signed addresses stay as they are.
  if (asUploaded && url.pathname.startsWith('/api_binary/')) url.searchParams.set('embedMetadata', 'false')
  const wanted: Wanted = { url, from, etag, accept, signal }
  const first = await openPart(api, wanted)
  return {
    bytes: resuming(api, wanted, first),
    from: first.from,
    size: first.size,
    contentType: first.answer.headers.get('content-type'),
    fileName: fileNameIn(first.answer.headers.get('content-disposition') ?? ''),
    etag: first.etag,
  }
}

type Part = { answer: Response; from: number; size: number | null; etag: string | null }

async function openPart(api: Api, wanted: Wanted): Promise<Part> {
  const answer = await openDownload(api, wanted).catch((failure: unknown) => {
    // nothing is left after the last byte: all is here, or it is another file now
    const isPastTheEnd = failure instanceof CantoFailure && failure.status === 416
    return isPastTheEnd && wanted.from > 0 ? openDownload(api, { ...wanted, from: 0 }) : Promise.reject(failure)
  })
  const { headers } = answer
  const etag = headers.get('etag')
  if (answer.status === 200) return { answer, from: 0, size: numberIn(headers.get('content-length')), etag }
  const [, from, size] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? []
  return { answer, from: Number(from ?? wanted.from), size: numberIn(size ?? null), etag }
}

/** The part's bytes, and the following parts' when it breaks off. */
function resuming(api: Api, wanted: Wanted, first: Part): ReadableStream<Uint8Array> {
  const signal = anySignal(wanted.signal, api.signal)
  const { url } = wanted
  let position = first.from
  let reader = readerOf(first.answer)
  let failures = 0

  async function goOn(cause: unknown): Promise<void> {
    signal?.throwIfAborted()
    const broken = new ConnectionFailure({ method: 'GET', host: url.host, path: url.pathname, cause })
    // without a tag nobody can say that the rest belongs to what was read
    if (first.etag === null || first.etag.startsWith('W/')) throw broken
    if (++failures >= api.retrying.backOff.attempts) throw broken
    await pause(waitAfter(failures, api.retrying.backOff), signal)
    const part = await openPart(api, { ...wanted, from: position, etag: first.etag })
    if (part.from !== position || part.etag !== first.etag) {
      await part.answer.body?.cancel()
      throw broken
    }
    reader = readerOf(part.answer)
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        for (;;) {
          const read = await reader.read().catch((cause: unknown) => ({ cause }))
          if ('cause' in read) await goOn(read.cause)
          else if (read.value !== undefined) {
            failures = 0
            position += read.value.byteLength
            return stream.enqueue(read.value)
          } else if (first.size !== null && position < first.size) await goOn(new Error('the bytes ended too early'))
          else return stream.close()
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

const readerOf = (answer: Response): ReadableStreamDefaultReader<Uint8Array> =>
  (answer.body ?? new Blob([]).stream()).getReader()

/** RFC 6266: the encoded name counts before the plain one. */
function fileNameIn(disposition: string): string | null {
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1]
  const [, quoted, plain] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? []
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded)
  } catch {
    // not well encoded: the plain one will do
  }
  return quoted?.replace(/\\(.)/g, '$1') ?? plain ?? null
}

const numberIn = (text: string | null): number | null => (text !== null && /^\d+$/.test(text) ? Number(text) : null)

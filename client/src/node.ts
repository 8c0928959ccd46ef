import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { type Dispatcher, request } from 'undici'
import type { CallOptions } from './api.ts'
import type { Client } from './create-client.ts'
import { multipart } from './multipart.ts'
import type { Uploaded } from './upload.ts'
import type { UploadFields } from './upload-form.ts'

export type FileSource = {
  fileName: string
  /** Bytes; told before they are sent, as S3 wants it. */
  size: number
  /** From the beginning, each time it is called. */
  open(): Readable
}

export type FileOptions = CallOptions & {
  onProgress?: (sentBytes: number) => void
  /** How connections are made; absent: undici's own way. */
  dispatcher?: Dispatcher
}

/** #9 and #10 for a file on disk. Nothing holds the whole of it in memory. */
export async function uploadPath(
  client: Client,
  path: string,
  fields: UploadFields & { fileName?: string } = {},
  options: FileOptions = {},
): Promise<Uploaded> {
  const { size } = await stat(path)
  const fileName = fields.fileName ?? basename(path)
  return uploadSource(client, { fileName, size, open: () => createReadStream(path) }, fields, options)
}

/** The same for bytes from anywhere. */
export function uploadSource(
  client: Client,
  { fileName, size, open }: FileSource,
  fields: UploadFields = {},
  options: FileOptions = {},
): Promise<Uploaded> {
  return client.uploadWith(
    fileName,
    fields,
    async (form, signal) => {
      const contentType = fields.contentType ?? 'application/octet-stream'
      const boundary = `descant-${randomBytes(16).toString('hex')}`
      const body = multipart(form.fields, { name: fileName, contentType, size, open }, boundary)
      const answer = await request(form.url, {
        method: 'POST',
        headers: { 'content-type': body.contentType, 'content-length': String(body.size) },
        body: Readable.from(counted(body.stream(), options.onProgress), { objectMode: false }),
        signal: signal ?? null,
        // the answer comes when every byte is durable, which takes as long as it takes
        headersTimeout: 0,
        ...(options.dispatcher && { dispatcher: options.dispatcher }),
      })
      return { status: answer.statusCode, headers: headersOf(answer.headers), text: await answer.body.text() }
    },
    options,
  )
}

/** A download's bytes for Node's own streams. */
export const nodeStream = (bytes: ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0])

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onProgress: ((sentBytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array, void, void> {
  let sent = 0
  for await (const chunk of bytes) {
    yield chunk
    sent += chunk.byteLength
    onProgress?.(sent)
  }
}

const headersOf = (given: Record<string, string | string[] | undefined>): Headers =>
  new Headers(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one]),
    ),
  )

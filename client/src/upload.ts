import type { UploadEntry, UploadSetting, UploadStatusList } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import { CantoFailure } from './failures.ts'
import { anySignal, pause } from './pause.ts'
import { queryString } from './search-query.ts'
import { readAnswer } from './timed-fetch.ts'
import { type UploadAnswer, type UploadFields, type UploadTransport, uploadForm } from './upload-form.ts'
import { withRetries } from './with-retries.ts'

/** What is needed to find an upload in the list of #11. */
export type Uploaded = {
  fileName: string
  refer: string
  /** Ids that were in the list before; for servers that do not repeat `refer`. */
  known: readonly string[]
}

export function uploadMethods(api: Api) {
  const setting = (options: CallOptions & { refer?: string; form?: 'server' } = {}): Promise<UploadSetting> =>
    api.json(
      {
        path: '/upload/setting',
        query: queryString({ refer: options.refer, form: options.form }),
        signal: options.signal,
      },
      (body) => 'url' in body && 'Policy' in body && 'key' in body,
    )

  const status = (options: CallOptions & { hours?: number } = {}): Promise<UploadStatusList> =>
    api.json(
      { path: '/upload/status', query: queryString({ hours: options.hours }), signal: options.signal },
      (body) => 'results' in body && Array.isArray(body.results),
    )

  /**
   * Asks for a form, has it sent, and answers how to find the upload again. The token stays here: the form has a
   * signature of its own and may go to another host. Only a server that says "later" is asked a second time.
   */
  async function uploadWith(
    fileName: string,
    fields: UploadFields,
    send: (form: { url: string; fields: [string, string][] }, signal: AbortSignal | undefined) => Promise<UploadAnswer>,
    options: CallOptions & { form?: 'server' } = {},
  ): Promise<Uploaded> {
    const refer = fields.refer ?? crypto.randomUUID()
    const form = await setting({ ...options, refer })
    const known = 'x-amz-meta-refer_id' in form ? [] : (await status(options)).results.map(({ id }) => id)
    const signal = anySignal(options.signal, api.signal)
    const url = new URL(form.url, api.origin)
    const answer = await withRetries(
      () => send({ url: url.href, fields: uploadForm(form, fields) }, signal),
      { method: 'POST', url, idempotent: false, signal },
      api.retrying,
    )
    if (![200, 201, 204].includes(answer.status)) throw uploadFailure(answer, url.pathname)
    return { fileName, refer, known }
  }

  /** The upload's row, as soon as it is Done or Error. Rejects with `UploadNotFinished` when that takes too long. */
  async function waitForUpload(
    uploaded: Uploaded,
    options: CallOptions & { timeoutMs?: number; onStatus?: (entry: UploadEntry) => void } = {},
  ): Promise<UploadEntry> {
    const { timeoutMs = 600_000, onStatus } = options
    const until = api.now() + timeoutMs
    let waitMs = 200
    for (;;) {
      const entry = entryOf(uploaded, (await status(options)).results)
      if (entry) onStatus?.(entry)
      if (entry?.status === 'Done' || entry?.status === 'Error') return entry
      if (api.now() + waitMs > until) throw new UploadNotFinished(uploaded.fileName, entry?.status ?? null)
      await pause(waitMs, anySignal(options.signal, api.signal))
      waitMs = Math.min(5000, waitMs * 1.5)
    }
  }

  return {
    /** #9. `refer` comes back in the status list, so that one's own upload can be told from others. */
    uploadSetting: setting,
    /** #11: uploads of the last hours (1 to 24; 1 where absent). */
    uploadStatus: status,
    uploadWith,
    waitForUpload,
    /** #9 and #10 for a `File` or `Blob`. Resolves when the server has every byte; what becomes of it, `waitForUpload` tells. */
    uploadBlob(
      file: Blob,
      fileName: string,
      fields: UploadFields = {},
      options: CallOptions & {
        /** Through the server, also where it keeps files in a bucket: pages of a site may be barred from the bucket. */
        form?: 'server'
        onProgress?: (sentBytes: number) => void
        transport?: UploadTransport
      } = {},
    ): Promise<Uploaded> {
      const transport = options.transport ?? fetchTransport(api)
      return uploadWith(
        fileName,
        fields,
        (form, signal) => transport({ ...form, file, fileName }, { signal, onProgress: options.onProgress }),
        options,
      )
    },
  }
}

/** It may still come to an end: ask again. */
export class UploadNotFinished extends Error {
  override readonly name = 'UploadNotFinished'
  /** `null`: it has not appeared in the list. */
  readonly status: string | null
  constructor(fileName: string, status: string | null) {
    super(`${fileName} was not finished in time (${status ?? 'not listed'})`)
    this.status = status
  }
}

function entryOf({ refer, fileName, known }: Uploaded, entries: readonly UploadEntry[]): UploadEntry | undefined {
  const byRefer = entries.find((entry) => entry.refer_id === refer)
  if (byRefer) return byRefer
  const named = entries.filter(
    (entry) => !entry.refer_id && entry.name.trim() === fileName && !known.includes(entry.id),
  )
  return named.toSorted((a, b) => (a.time < b.time ? 1 : -1))[0]
}

const fetchTransport =
  (api: Api): UploadTransport =>
  async ({ url, fields, file, fileName }, { signal, onProgress }) => {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    body.append('file', file, fileName)
    // as long as it takes: a slow line is no failure
    const request = { method: 'POST', url: new URL(url), headers: {}, body, signal, timeoutMs: aDayMs }
    const answer = await readAnswer(api.fetch, request)
    if (answer.status < 300) onProgress?.(file.size)
    return answer
  }

const aDayMs = 86_400_000

/** S3 answers in XML. */
export function uploadFailure({ status, text }: UploadAnswer, path: string): CantoFailure {
  const [code, message] = ['Code', 'Message'].map((name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1])
  const said = [message, code && `(${code})`].filter(Boolean).join(' ')
  return new CantoFailure({
    status,
    method: 'POST',
    path,
    message: said || `The upload was answered with status ${status}`,
  })
}

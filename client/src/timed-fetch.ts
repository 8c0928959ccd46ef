import { anySignal } from './pause.ts'

export type Fetch = typeof globalThis.fetch

export type TimedRequest = {
  method: string
  url: URL
  headers: Record<string, string>
  body?: BodyInit | undefined
  signal: AbortSignal | undefined
  /** Until the first byte of the answer, and for read answers until the last. */
  timeoutMs: number
}

/** An answer read to its end. */
export type ReadAnswer = { status: number; headers: Headers; text: string; redirected: boolean }

/** Redirects are never followed: where a token may go is decided by us. */
export async function readAnswer(fetch: Fetch, request: TimedRequest): Promise<ReadAnswer> {
  const timeout = AbortSignal.timeout(request.timeoutMs)
  const answer = await send(fetch, request, anySignal(request.signal, timeout))
  return {
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
    redirected: isRedirect(answer),
  }
}

/** An answer whose body is still to be read, at the reader's pace: only its beginning is timed. */
export async function openAnswer(fetch: Fetch, request: TimedRequest): Promise<Response> {
  const timeout = new AbortController()
  const timer = setTimeout(
    () => timeout.abort(new DOMException(`no answer within ${request.timeoutMs} ms`, 'TimeoutError')),
    request.timeoutMs,
  )
  try {
    return await send(fetch, request, anySignal(request.signal, timeout.signal))
  } finally {
    clearTimeout(timer)
  }
}

const send = (fetch: Fetch, { method, url, headers, body }: TimedRequest, signal: AbortSignal | undefined) =>
  fetch(url.href, {
    method,
    headers,
    redirect: 'manual',
    credentials: 'omit',
    ...(body !== undefined && { body }),
    ...(signal !== undefined && { signal }),
  })

export const isRedirect = ({ status, type }: { status: number; type?: ResponseType }): boolean =>
  type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status)

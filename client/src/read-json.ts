import { retryAfterMs } from './back-off.ts'
import { CantoFailure } from './failures.ts'
import type { ReadAnswer } from './timed-fetch.ts'

export type Asked = { method: string; path: string; now: number }

/** The failure an answer stands for, in the server's own words where it has some. */
export function failureOf(answer: ReadAnswer, { method, path, now }: Asked): CantoFailure {
  const { status, headers, text, redirected } = answer
  const body = parsed(text)
  const what = redirected ? ', a redirect' : isPage(text) ? ' and a web page' : ''
  return new CantoFailure({
    status,
    message: messageIn(body) ?? `${method} ${path} was answered with status ${status}${what}`,
    code: codeIn(body),
    method,
    path,
    retryAfterMs: retryAfterMs(headers.get('retry-after'), now),
  })
}

/** The JSON object or array that was asked for. */
export function jsonOf<Shape>(answer: ReadAnswer, asked: Asked, looksRight: (body: object) => boolean): Shape {
  const body = parsed(answer.text)
  if (typeof body === 'object' && body !== null && looksRight(body)) return body as Shape
  throw unexpected(answer, asked, body === undefined ? 'JSON was expected' : 'other JSON was expected')
}

/** The bare value that was asked for: an address, a host name. Some servers put it in quotes. */
export function bareValueOf(answer: ReadAnswer, asked: Asked): string {
  const text = answer.text.trim()
  const body = text.startsWith('"') ? parsed(text) : text
  if (typeof body === 'string' && body !== '' && !isPage(body)) return body
  throw unexpected(answer, asked, 'a single value was expected')
}

function unexpected({ status, text, redirected }: ReadAnswer, { method, path }: Asked, expected: string): CantoFailure {
  const got = redirected ? 'a redirect' : isPage(text) ? 'a web page' : text === '' ? 'nothing' : 'something else'
  return new CantoFailure({
    status,
    method,
    path,
    message: `${method} ${path} was answered with ${got} where ${expected}`,
  })
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isPage = (text: string): boolean => /^\s*<(!doctype|html|\?xml|head|body)/i.test(text)

function messageIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  if ('message' in body && typeof body.message === 'string' && body.message !== '') return body.message
  if ('error_description' in body && typeof body.error_description === 'string') return body.error_description
  return undefined
}

const codeIn = (body: unknown): number | null =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'number' ? body.code : null

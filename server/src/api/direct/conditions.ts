import type { IncomingHttpHeaders } from 'node:http'

/** What tells one state of a thing from another. */
export type Validators = {
  /** Strong, with its quotes. */
  etag: string
  /** Milliseconds. */
  modifiedAt: number
}

const inSeconds = (ms: number): number => Math.floor(ms / 1000)
const isSince = (header: string, { modifiedAt }: Validators): boolean =>
  inSeconds(modifiedAt) > inSeconds(Date.parse(header))

const lists = (header: string, { etag }: Validators): boolean =>
  header.trim() === '*' || header.split(',').some((candidate) => candidate.trim() === etag)
/** Weakly: for reading, `W/"a"` is `"a"`. */
const listsWeakly = (header: string, validators: Validators): boolean => lists(header.replaceAll('W/', ''), validators)

/** What the conditions of a read come to, in the order of RFC 9110, 13.2.2. */
export function checkConditions(
  headers: IncomingHttpHeaders,
  validators: Validators,
): 'go on' | 'not modified' | 'failed' {
  const since = headers['if-modified-since']
  const unchangedSince = headers['if-unmodified-since']
  if (headers['if-match'] !== undefined) {
    if (!lists(headers['if-match'], validators)) return 'failed'
  } else if (unchangedSince !== undefined && isSince(unchangedSince, validators)) return 'failed'

  if (headers['if-none-match'] !== undefined) {
    return listsWeakly(headers['if-none-match'], validators) ? 'not modified' : 'go on'
  }
  return since !== undefined && !Number.isNaN(Date.parse(since)) && !isSince(since, validators)
    ? 'not modified'
    : 'go on'
}

/** Whether `If-Range` lets a range be answered: absent, this very tag, or this very time. */
export function rangeStillFits(ifRange: string | string[] | undefined, validators: Validators): boolean {
  if (ifRange === undefined) return true
  const value = String(ifRange).trim()
  return value.startsWith('"')
    ? value === validators.etag
    : inSeconds(Date.parse(value)) === inSeconds(validators.modifiedAt)
}

import { setTimeout as delay } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import type { Changes, Dam, DamAsset, Original } from './dam.ts'
import { type DamAnswer, damRequest, networkFailure, parseJson, readText } from './dam-request.ts'
import { DamFailing, DamUnreachable, GrantRefused, NotADam, NotAllowed, OriginalGone } from './failures.ts'
import { keywordSearch } from './keyword-search.ts'
import { parseAsset } from './parse-asset.ts'
import type { TokenSource } from './token-source.ts'

export type CantoDeps = {
  /** An origin; the token goes nowhere else. */
  api: string
  tokens: TokenSource
  /** For answers that are read whole. */
  agent: Dispatcher
  /** For files, which have no bound but their own size. */
  fileAgent: Dispatcher
}

const pageSize = 500
const mostRedirects = 5
const mostPreviewBytes = 4 * 1024 * 1024

/** A library that speaks the Canto API v1. */
export function canto({ api, tokens, agent, fileAgent }: CantoDeps): Dam {
  /** Sends the token, and once more with a fresh one if it is refused. */
  async function call(
    path: string,
    signal: AbortSignal,
    accepted: number[] = [],
  ): Promise<{ status: number; body: unknown }> {
    const url = `${api}${path}`
    for (let attempt = 1; ; attempt++) {
      const answer = await withToken((authorization) =>
        damRequest(agent, url, { headers: { authorization, accept: 'application/json' }, signal }),
      )
      const text = await readText(answer, url)
      if (answer.statusCode === 200 || accepted.includes(answer.statusCode)) {
        return { status: answer.statusCode, body: answer.statusCode === 200 ? parseJson(text, url) : null }
      }
      const waitMs = retryAfterMs(answer)
      if (waitMs === null || attempt === 4) throw failureOf(answer.statusCode, url, text)
      await delay(waitMs, undefined, { signal })
    }
  }

  async function withToken(send: (authorization: string) => Promise<DamAnswer>): Promise<DamAnswer> {
    const token = await tokens.current()
    const answer = await send(`Bearer ${token}`)
    if (answer.statusCode !== 401) return answer
    await answer.body.dump()
    const again = await send(`Bearer ${await tokens.renew(token)}`)
    if (again.statusCode === 401) throw new GrantRefused('The library does not accept the grant any more')
    return again
  }

  /** Follows the redirects of a file address. The token is sent to the API's own origin only. */
  async function open(address: string, headers: Record<string, string>, signal: AbortSignal): Promise<DamAnswer> {
    let url = address
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const send = (own: Record<string, string>) =>
        damRequest(fileAgent, url, { headers: { ...headers, ...own }, signal })
      const answer =
        new URL(url).origin === api ? await withToken((authorization) => send({ authorization })) : await send({})
      const location = answer.headers.location
      if (answer.statusCode < 300 || answer.statusCode > 399 || typeof location !== 'string') return answer
      await answer.body.dump()
      const next = URL.parse(location, url)
      if (!next || !/^https?:$/.test(next.protocol)) throw new NotADam(`${new URL(url).host} redirects to nowhere`)
      url = next.href
    }
    throw new NotADam(`${new URL(address).host} redirects without end`)
  }

  async function* mayCarry(
    keyword: string,
    { hasFeed, signal }: { hasFeed: boolean; signal: AbortSignal },
  ): AsyncIterable<DamAsset> {
    // oldest first: what is added meanwhile comes at the end. The published API knows no such order
    const order = hasFeed ? 'sortBy=created&sortDirection=ascending' : 'sortBy=time&sortDirection=descending'
    const query = [keywordSearch(keyword, { hasFeed }), order, `aggsEnabled=false&limit=${pageSize}`]
      .filter(Boolean)
      .join('&')
    for (let start = 0; ; ) {
      const { body } = await call(`/api/v1/search?${query}&start=${start}`, signal)
      const { results, found } = (body ?? {}) as { results?: unknown; found?: unknown }
      if (!Array.isArray(results)) throw new NotADam(`${new URL(api).host} has no Canto search`)
      for (const hit of results) {
        const asset = await completed(hit, signal)
        if (asset) yield asset
      }
      start += results.length
      if (results.length === 0 || start >= Number(found ?? 0)) return
    }
  }

  /** Lists of some servers leave the keywords out; the details have them. */
  async function completed(hit: unknown, signal: AbortSignal): Promise<DamAsset | null> {
    const parsed = parseAsset(hit, api)
    if (parsed === null || parsed.keywords !== null) return parsed as DamAsset | null
    return find(parsed, signal)
  }

  async function find({ id, scheme }: { id: string; scheme: string }, signal: AbortSignal): Promise<DamAsset | null> {
    const path = `/api/v1/${encodeURIComponent(scheme)}/${encodeURIComponent(id)}`
    const { status, body } = await call(path, signal, [404])
    if (status === 404) return null
    const parsed = parseAsset(body, api)
    if (parsed === null) throw new NotADam(`${new URL(api).host} does not describe ${id}`)
    return { ...parsed, keywords: parsed.keywords ?? [] }
  }

  async function changes(
    since: string | null,
    { waitSeconds, signal }: { waitSeconds: number; signal: AbortSignal },
  ): Promise<Changes> {
    const cursor = since === null ? '' : `since=${encodeURIComponent(since)}&`
    // a server without the feed says 404; one that knows nothing at that address may say 400, 403 or 405
    const { status, body } = await call(
      `/api/v1/changes?${cursor}wait=${waitSeconds}`,
      signal,
      [400, 403, 404, 405, 410],
    )
    if (status === 410 || (status === 400 && since !== null)) return { feed: 'too-old' }
    if (status !== 200) return { feed: 'unknown' }
    return parseChanges(body) ?? { feed: 'unknown' }
  }

  async function original(
    asset: DamAsset,
    { resume, signal }: { resume: { from: number; etag: string } | null; signal: AbortSignal },
  ): Promise<Original> {
    const range = resume ? { range: `bytes=${resume.from}-`, 'if-range': resume.etag } : {}
    const answer = await open(asset.downloadUrl, { 'accept-encoding': 'identity', ...range }, signal)
    const { statusCode, headers } = answer
    if (statusCode !== 200 && statusCode !== 206) {
      await answer.body.dump()
      if (statusCode === 404 || statusCode === 410) throw new OriginalGone(`${asset.name} is not there any more`)
      throw failureOf(statusCode, asset.downloadUrl, '')
    }
    const etag = typeof headers.etag === 'string' && headers.etag.startsWith('"') ? headers.etag : null
    return {
      body: failingInOurWords(answer, asset.downloadUrl),
      from: firstByte(statusCode, headers['content-range'], resume),
      etag,
    }
  }

  async function preview(asset: DamAsset, signal: AbortSignal): Promise<Uint8Array | null> {
    if (asset.previewUrl === null) return null
    const url = new URL(asset.previewUrl)
    url.pathname += '/240'
    const answer = await open(url.href, { accept: 'image/webp, image/jpeg, image/png' }, signal)
    if (answer.statusCode !== 200) {
      await answer.body.dump()
      return null
    }
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of failingInOurWords(answer, url.href)) {
      size += chunk.length
      if (size > mostPreviewBytes) return null
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  return { mayCarry, find, changes, original, preview }
}

async function* failingInOurWords(answer: DamAnswer, url: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of answer.body) yield chunk as Uint8Array
  } catch (error) {
    throw networkFailure(error, url)
  }
}

function firstByte(status: number, range: string | string[] | undefined, resume: { from: number } | null): number {
  if (status === 200) return 0
  const first = Number(/^bytes (\d+)-/.exec(String(range))?.[1] ?? Number.NaN)
  if (resume && first === resume.from) return first
  throw new DamFailing(status, 'The server sent another part of the file than the one asked for')
}

/** How long to wait before asking again; `null` when asking again is no use. */
function retryAfterMs({ statusCode, headers }: DamAnswer): number | null {
  if (statusCode !== 429 && statusCode !== 503) return null
  const seconds = Number(headers['retry-after'] ?? 1)
  return Math.min(Number.isFinite(seconds) ? seconds : 5, 60) * 1000 + Math.random() * 500
}

function failureOf(status: number, url: string, text: string): Error {
  const { host } = new URL(url)
  if (status === 403) return new NotAllowed(`${host} does not allow this`)
  if (status === 404 || (status >= 300 && status < 400) || /^\s*</.test(text)) {
    return new NotADam(`${host} does not speak the Canto API`)
  }
  return status >= 500 && status !== 500
    ? new DamUnreachable(`${host} is not available (${status})`)
    : new DamFailing(status, `${host} answered ${status}`)
}

function parseChanges(body: unknown): Changes | null {
  const { cursor, changes, more } = (body ?? {}) as { cursor?: unknown; changes?: unknown; more?: unknown }
  if (typeof cursor !== 'string' || !Array.isArray(changes)) return null
  const assets = changes.flatMap((change: unknown) => {
    const { event, id, scheme } = (change ?? {}) as Record<string, unknown>
    if (typeof event !== 'string' || typeof id !== 'string' || typeof scheme !== 'string') return []
    return event.startsWith('asset.') ? [{ id, scheme, isDeleted: event === 'asset.deleted' }] : []
  })
  return { feed: 'read', cursor, more: more === true, assets }
}

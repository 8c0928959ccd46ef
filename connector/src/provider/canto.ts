import { CantoFailure, type Client, withKeyword } from '@descant/client'
import type { SearchParameters } from '@descant/contract'
import type { Changes, Dam, DamAsset, Original, Resume } from './dam.ts'
import { DamFailing, NotADam, OriginalGone } from './failures.ts'
import { parseAsset } from './parse-asset.ts'
import { inOurWords, translateFailure } from './translate-failure.ts'

const pageSize = 500
const mostPreviewBytes = 4 * 1024 * 1024

/** A library that speaks the Canto API v1. */
export function canto(client: Client): Dam {
  async function* mayCarry(
    keyword: string,
    { hasFeed, signal }: { hasFeed: boolean; signal: AbortSignal },
  ): AsyncIterable<DamAsset> {
    const parameters: SearchParameters = {
      ...searchFor(keyword, hasFeed),
      // oldest first: what is added meanwhile comes at the end. The published API knows no such order
      ...(hasFeed
        ? { sortBy: 'created', sortDirection: 'ascending' }
        : { sortBy: 'time', sortDirection: 'descending' }),
      aggsEnabled: false,
      limit: pageSize,
    }
    try {
      for await (const hit of client.everyContent(parameters, { signal })) {
        const asset = await completed(hit, signal)
        if (asset) yield asset
      }
    } catch (error) {
      throw translateFailure(error)
    }
  }

  /** Lists of some servers leave the keywords out; the details have them. */
  async function completed(hit: unknown, signal: AbortSignal): Promise<DamAsset | null> {
    const parsed = parseAsset(hit, client.origin)
    if (parsed === null || parsed.keywords !== null) return parsed as DamAsset | null
    return find(parsed, signal)
  }

  async function find({ id, scheme }: { id: string; scheme: string }, signal: AbortSignal): Promise<DamAsset | null> {
    const reference = { id, scheme } as Parameters<Client['details']>[0]
    const details = await inOurWords(client.details(reference, { signal }).catch(nullWhen(404)))
    if (details === null) return null
    const parsed = parseAsset(details, client.origin)
    if (parsed === null) throw new NotADam(`The server does not describe ${id}`)
    return { ...parsed, keywords: parsed.keywords ?? [] }
  }

  async function changes(
    since: string | null,
    { waitSeconds, signal }: { waitSeconds: number; signal: AbortSignal },
  ): Promise<Changes> {
    const asked = client.changes({ ...(since === null ? {} : { since }), wait: waitSeconds, signal })
    // 400: not a cursor of this server's; 403: a server that guards what it does not know
    const list = await inOurWords(asked.catch(nullWhen(400, 403, 410)))
    if (list === null) return { feed: since === null ? 'unknown' : 'too-old' }
    if (!list.supported) return { feed: 'unknown' }
    const assets = list.changes
      .filter(({ event }) => event.startsWith('asset.'))
      .map(({ id, scheme, event }) => ({ id, scheme, isDeleted: event === 'asset.deleted' }))
    return { feed: 'read', cursor: list.cursor, more: list.more, assets }
  }

  async function original(
    asset: DamAsset,
    { resume, signal }: { resume: Resume | null; signal: AbortSignal },
  ): Promise<Original> {
    const asked = client.download(asset.downloadUrl, { ...(resume ?? {}), asUploaded: true, signal })
    const answer = await inOurWords(asked.catch(nullWhen(404, 410)))
    if (answer === null) throw new OriginalGone(`${asset.name} is not there any more`)
    if (answer.from !== 0 && answer.from !== resume?.from) {
      await answer.bytes.cancel()
      throw new DamFailing(206, 'The server sent another part of the file than the one asked for')
    }
    const etag = answer.etag?.startsWith('"') ? answer.etag : null
    return { body: readInOurWords(answer.bytes), from: answer.from, etag }
  }

  async function preview(asset: DamAsset, signal: AbortSignal): Promise<Uint8Array | null> {
    if (asset.previewUrl === null) return null
    const url = new URL(asset.previewUrl)
    url.pathname += '/240'
    const asked = client.download(url.href, { accept: 'image/webp, image/jpeg, image/png', signal })
    const answer = await inOurWords(asked.catch(nullWhen(403, 404, 410, 415, 422)))
    if (answer === null) return null
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of readInOurWords(answer.bytes)) {
      size += chunk.length
      if (size > mostPreviewBytes) return null
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  return { mayCarry, find, changes, original, preview }
}

/** A keyword of signs alone has no words to search for where it cannot be named as it is: then everything may carry it. */
function searchFor(keyword: string, hasFeed: boolean): SearchParameters {
  const parameters = withKeyword(keyword, hasFeed ? 'descant' : 'canto')
  return parameters.keyword !== undefined && !/[\p{L}\p{N}]/u.test(parameters.keyword) ? {} : parameters
}

async function* readInOurWords(bytes: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of bytes) yield chunk
  } catch (error) {
    throw translateFailure(error)
  }
}

const nullWhen =
  (...statuses: number[]) =>
  (error: unknown): null => {
    if (error instanceof CantoFailure && statuses.includes(error.status)) return null
    throw error
  }

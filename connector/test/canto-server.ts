import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type TestAsset = {
  id: string
  scheme: string
  name: string
  bytes: Buffer
  keywords: string[]
  lastUploaded: string
  /** What answers say instead of the true checksum; `null`: they say none. */
  statedMd5?: string | null | undefined
}

/** How this server differs from a good one. Tests change it while it runs. */
export type Behaviour = {
  hasFeed: boolean
  /** Cut downloads off after so many bytes, so many times. */
  cut: { after: number; times: number } | null
  /** Answer the next requests with 429. */
  busy: number
  /** Lists leave the keywords out. */
  briefLists: boolean
  /** Pictures are there. */
  hasPreviews: boolean
  appSecret: string
  deniesConsent: boolean
  allowsClientCredentials: boolean
  /** Milliseconds between pieces of a download; slows it down so that a test can kill it. */
  pieceEveryMs: number
  /** Lists leave so many of the first hits out. */
  forgetsInLists: number
  /** Redirects of downloads go here instead. */
  redirectTo: string | null
}

export type CantoServer = Awaited<ReturnType<typeof startCanto>>

export const redirectUriOf = (origin: string) => `${origin}/dam/callback`
const appId = 'a'.repeat(32)
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A small real server that answers in the shapes of Canto: OAuth, search, details, downloads, and a change feed. */
export async function startCanto(given: Partial<Behaviour> = {}) {
  const behaviour: Behaviour = {
    hasFeed: true,
    cut: null,
    busy: 0,
    briefLists: false,
    hasPreviews: true,
    appSecret: 's'.repeat(64),
    deniesConsent: false,
    allowsClientCredentials: true,
    pieceEveryMs: 0,
    forgetsInLists: 0,
    redirectTo: null,
    ...given,
  }
  const assets = new Map<string, TestAsset>()
  const changes: { event: string; scheme: string; id: string; time: string }[] = []
  const oldest = { cursor: 0 }
  const access = new Set<string>()
  const refresh = new Set<string>()
  const codes = new Map<string, { challenge: string | null; redirectUri: string }>()
  const requests: { method: string; url: string; authorization: string | null; range: string | null }[] = []
  let listeners: (() => void)[] = []
  let clock = 0

  const wireTime = () => `2026010100${String(clock++).padStart(7, '0')}`
  const record = (event: string, { id, scheme }: TestAsset) => {
    changes.push({ event, scheme, id, time: wireTime() })
    for (const wake of listeners.splice(0)) wake()
  }

  function describe(asset: TestAsset, isBrief: boolean) {
    const binary = `${origin}/api_binary/v1/${asset.scheme}/${asset.id}`
    const md5 = asset.statedMd5 === undefined ? createHash('md5').update(asset.bytes).digest('hex') : asset.statedMd5
    return {
      scheme: asset.scheme,
      id: asset.id,
      name: asset.name,
      size: String(asset.bytes.length),
      owner: 'mara@example.com',
      ownerName: 'Mara Ito',
      description: '',
      created: '20260101000000000',
      time: asset.lastUploaded,
      lastUploaded: asset.lastUploaded,
      approvalStatus: 'Approved',
      tag: [],
      ...(isBrief && behaviour.briefLists ? {} : { keyword: asset.keywords }),
      ...(md5 === null ? {} : { md5 }),
      url: {
        detail: `${origin}/smartalbum/${asset.scheme}?column=${asset.scheme}&id=${asset.id}`,
        preview: `${binary}/preview`,
        download: binary,
        metadata: `${binary}/metadata`,
      },
      default: { Name: asset.name },
      additional: {},
      relatedAlbums: [],
    }
  }

  function search(query: URLSearchParams): TestAsset[] {
    const all = [...assets.values()]
    const [literal, keywords, words] = [query.get('keywordsLiteral'), query.get('keywords'), query.get('keyword')]
    const carries = (asset: TestAsset, wanted: string) =>
      asset.keywords.some((own) => own.toLowerCase() === wanted.toLowerCase())
    // a server without the feed does not know this parameter, and ignores it
    if (literal && behaviour.hasFeed) return all.filter((asset) => carries(asset, literal))
    if (keywords) {
      const every = keywords.includes('+')
      const wanted = keywords.split(every ? '+' : '|')
      return all.filter((asset) => {
        const hits = wanted.filter((word) => carries(asset, word)).length
        return every ? hits === wanted.length : hits > 0
      })
    }
    const terms = (words ?? '').toLowerCase().split(' ').filter(Boolean)
    return all.filter((asset) => {
      const own: string[] = [asset.name, ...asset.keywords]
        .join(' ')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
      return terms.every((term) => own.includes(term))
    })
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? '/', origin)
    const { authorization = null, range = null } = request.headers
    requests.push({ method: request.method ?? '', url: request.url ?? '', authorization, range })
    const json = (status: number, body: unknown, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
        .end(JSON.stringify(body))

    if (url.pathname === '/oauth/api/oauth2/authorize') return authorize(url, response)
    if (url.pathname === '/oauth/api/oauth2/token') return token(new URLSearchParams(await bodyOf(request)), json)
    if (url.pathname.startsWith('/direct/')) return direct(url, request, response)

    const bearer = /^Bearer (.*)$/i.exec(authorization ?? '')?.[1]
    if (!bearer || !access.has(bearer))
      return json(401, { code: 401, message: 'Token' }, { 'www-authenticate': 'Bearer' })
    if (behaviour.busy > 0) {
      behaviour.busy--
      return json(429, { code: 429, message: 'Slow down' }, { 'retry-after': '0' })
    }
    if (url.pathname === '/api/v1/search') {
      const found = search(url.searchParams).slice(behaviour.forgetsInLists)
      const [start, limit] = [Number(url.searchParams.get('start') ?? 0), Number(url.searchParams.get('limit') ?? 100)]
      const results = found.slice(start, start + limit).map((asset) => describe(asset, true))
      const { length } = found
      return json(200, {
        found: length,
        start,
        limit,
        sortBy: 'time',
        sortDirection: 'descending',
        results,
        facets: [],
        matchExpr: '',
      })
    }
    if (url.pathname === '/api/v1/changes' && behaviour.hasFeed) return feed(url, response, json)

    const [, binary, , id, what] =
      /^\/(api|api_binary)\/v1\/([a-z]+)\/([^/]+)(?:\/(preview.*))?$/.exec(url.pathname) ?? []
    const asset = id === undefined ? undefined : assets.get(id)
    if (!asset) return json(404, { code: 404, message: 'No such thing' })
    if (binary === 'api') return json(200, { ...describe(asset, false), versionHistory: [], metadata: {} })
    const location = behaviour.redirectTo ?? `${origin}/direct/${id}${what ? '/preview' : ''}?signature=x`
    response.writeHead(302, { location }).end()
  }

  function authorize(url: URL, response: ServerResponse): void {
    const redirectUri = url.searchParams.get('redirect_uri') ?? ''
    const back = new URL(redirectUri)
    back.searchParams.set('state', url.searchParams.get('state') ?? '')
    if (behaviour.deniesConsent) back.searchParams.set('error', 'access_denied')
    else {
      const code = randomBytes(16).toString('hex')
      codes.set(code, { challenge: url.searchParams.get('code_challenge'), redirectUri })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { location: back.href }).end()
  }

  function token(form: URLSearchParams, json: (status: number, body: unknown) => unknown): unknown {
    const wrong = (name: string) => json(400, { error: 'invalid_request', error_description: `Wrong ${name} value` })
    if (form.get('app_id') !== appId) return wrong('app_id')
    if (form.get('app_secret') !== behaviour.appSecret) return wrong('app_secret')
    const grant = form.get('grant_type')
    if (grant === 'authorization_code') {
      const code = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (!code || code.challenge !== challenge || code.redirectUri !== form.get('redirect_uri')) {
        return json(401, { error: 'authentication_expired', error_description: 'Authentication code expired' })
      }
    } else if (grant === 'refresh_token') {
      if (!refresh.delete(form.get('refresh_token') ?? '')) {
        return json(401, { error: 'authentication_fail', error_description: 'Invalid refresh token' })
      }
    } else if (grant !== 'client_credentials' || !behaviour.allowsClientCredentials) return wrong('grant_type')
    const [accessToken, refreshToken] = [randomBytes(16).toString('hex'), randomBytes(32).toString('hex')]
    access.add(accessToken)
    if (grant !== 'client_credentials') refresh.add(refreshToken)
    return json(200, {
      accessToken,
      expiresIn: '2592000',
      tokenType: 'Bearer',
      ...(grant === 'client_credentials' ? {} : { refreshToken }),
    })
  }

  async function feed(
    url: URL,
    response: ServerResponse,
    json: (status: number, body: unknown) => unknown,
  ): Promise<unknown> {
    const since = Number(url.searchParams.get('since') ?? oldest.cursor)
    if (since < oldest.cursor) return json(410, { code: 410, message: 'Too old' })
    if (since >= changes.length) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Number(url.searchParams.get('wait') ?? 0) * 1000)
        listeners.push(() => resolve(clearTimeout(timer)))
        response.on('close', () => resolve(clearTimeout(timer)))
      })
    }
    const page = changes.slice(since, since + 3)
    return json(200, { cursor: String(since + page.length), changes: page, more: since + page.length < changes.length })
  }

  async function direct(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id = '', preview] = /^\/direct\/([^/]+)(\/preview)?$/.exec(url.pathname) ?? []
    const asset = assets.get(id)
    if (!asset || (preview && !behaviour.hasPreviews)) return void response.writeHead(404).end()
    const bytes = preview ? png : asset.bytes
    const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`
    const wanted = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
    const from = wanted && (request.headers['if-range'] ?? etag) === etag ? Number(wanted[1]) : 0
    const part = bytes.subarray(from)
    response.writeHead(wanted && from ? 206 : 200, {
      'content-length': part.length,
      etag,
      'accept-ranges': 'bytes',
      ...(wanted && from ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}),
    })
    const cut = preview ? null : behaviour.cut
    const isCut = cut !== null && cut.times > 0 && part.length > cut.after
    if (isCut) cut.times--
    await send(isCut ? part.subarray(0, cut.after) : part, response, preview ? 0 : behaviour.pieceEveryMs)
    if (isCut)
      setTimeout(() => response.destroy(), 30) // what was sent arrives before the line breaks
    else response.end()
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    behaviour,
    requests,
    app: { domain: origin, appId, appSecret: behaviour.appSecret },
    put(given: Partial<TestAsset> & { name: string }): TestAsset {
      const asset: TestAsset = {
        id: randomBytes(16).toString('hex').slice(0, 26),
        scheme: 'image',
        bytes: randomBytes(1000),
        keywords: [],
        lastUploaded: wireTime(),
        ...given,
      }
      assets.set(asset.id, asset)
      record('asset.added', asset)
      return asset
    },
    change(id: string, change: Partial<TestAsset>, event = 'asset.changed'): TestAsset {
      const asset = assets.get(id)
      if (!asset) throw new Error(`No asset ${id}`)
      const changed = { ...asset, ...(change.bytes ? { lastUploaded: wireTime() } : {}), ...change }
      assets.set(id, changed)
      record(event, changed)
      return changed
    },
    remove(id: string): void {
      const asset = assets.get(id)
      assets.delete(id)
      if (asset) record('asset.deleted', asset)
    },
    /** Forgets the feed so far: older cursors are too old. */
    forgetFeed(): void {
      oldest.cursor = changes.length
    },
    revokeTokens({ andGrants }: { andGrants: boolean }): void {
      access.clear()
      if (andGrants) {
        refresh.clear()
        behaviour.allowsClientCredentials = false
      }
    },
    async close(): Promise<void> {
      for (const wake of listeners.splice(0)) wake()
      listeners = []
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function send(bytes: Buffer, response: ServerResponse, pieceEveryMs: number): Promise<void> {
  const piece = pieceEveryMs > 0 ? 16 * 1024 : 256 * 1024
  for (let at = 0; at < bytes.length && !response.destroyed; at += piece) {
    await new Promise<void>((resolve) => response.write(bytes.subarray(at, at + piece), () => resolve()))
    if (pieceEveryMs > 0) await new Promise((resolve) => setTimeout(resolve, pieceEveryMs))
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

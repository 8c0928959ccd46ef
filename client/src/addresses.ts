/** Where a tenant's API and its sign-in are: origins. */
export type Addresses = { api: string; oauth: string }

/** The domain somebody typed is none; `message` says why, for that person. */
export class NoSuchDomain extends Error {
  override readonly name = 'NoSuchDomain'
}

const cantoOauth = 'https://oauth.canto.com'

/**
 * What "Canto Domain" means: a bare name is a tenant of canto.com, whose sign-in is at oauth.canto.com; a host name or
 * an origin is that server for both. Without a scheme it is https; plain http only for this machine.
 */
export function addressesOf(domain: string): Addresses {
  const typed = domain.trim()
  if (typed === '') throw new NoSuchDomain('Enter the domain of your Canto account, for example "acme"')
  if (isBareName(typed)) return { api: `https://${typed.toLowerCase()}.canto.com`, oauth: cantoOauth }

  const url = urlOf(typed)
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new NoSuchDomain(`${url.host} must be reached over https, because a token is sent there`)
  }
  // a tenant of canto.com, written out
  const oauth = url.protocol === 'https:' && /^[a-z0-9-]+\.canto\.com$/.test(url.host) ? cantoOauth : url.origin
  return { api: url.origin, oauth }
}

const isBareName = (text: string): boolean =>
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text) && text.toLowerCase() !== 'localhost'

function urlOf(typed: string): URL {
  const refused = new NoSuchDomain(
    `"${typed}" is no domain; enter the first part of your account's address ("acme"), or a host name`,
  )
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') throw refused
  const written = scheme === undefined ? `https://${typed}` : typed
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (url === undefined || url.username !== '' || url.password !== '') throw refused
  if (/[\s\\]/.test(typed) || !isHostName(url.hostname)) throw refused
  return url
}

const isHostName = (host: string): boolean =>
  /^\[[0-9a-f:.]+\]$/.test(host) ||
  (host.length <= 253 &&
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/.test(host))

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)

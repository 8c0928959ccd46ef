/** Where a DAM is asked: `api` is an origin, `oauth` the address before `/api/oauth2/…`. */
export type DamHosts = { api: string; oauth: string }

/** The domain cannot be one; the message says what would be. */
export class DomainRefused extends Error {
  override readonly name = 'DomainRefused'
}

/** Canto's own addresses keep OAuth on a host beside the accounts'. */
const cantoSuffix = /\.(canto\.(?:com|global|de))$/

/**
 * A bare name is an account at canto.com; a host or an origin means that server, over HTTPS unless it is written
 * otherwise or is this very machine.
 */
export function damHosts(domain: string): DamHosts {
  const typed = domain.trim().toLowerCase()
  if (/^[a-z0-9][a-z0-9-]*$/.test(typed) && typed !== 'localhost') return cantoHosts(typed, 'canto.com')

  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//.test(typed) ? typed : `${schemeFor(typed)}://${typed}`)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) {
    throw new DomainRefused(`“${domain}” is not a Canto domain: give its name, its host or its address.`)
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new DomainRefused(`“${domain}” says more than the domain: leave out what follows the host.`)
  }
  const suffix = cantoSuffix.exec(url.hostname)?.[1]
  if (suffix && url.protocol === 'https:' && !url.port)
    return cantoHosts(url.hostname.slice(0, -suffix.length - 1), suffix)
  return { api: url.origin, oauth: `${url.origin}/oauth` }
}

const cantoHosts = (name: string, suffix: string): DamHosts => ({
  api: `https://${name}.${suffix}`,
  oauth: `https://oauth.${suffix}/oauth`,
})

const schemeFor = (host: string): string =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host) ? 'http' : 'https'

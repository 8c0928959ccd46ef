import type { FastifyRequest } from 'fastify'

/** Query parameters whose values open something; compared in lower case. */
const secretParameters = new Set([
  'access_token',
  'accesstoken',
  'app_secret',
  'authorization',
  'client_secret',
  'code',
  'code_verifier',
  'form_token',
  'password',
  'policy',
  'refresh_token',
  'refreshtoken',
  'share',
  'sig',
  'signature',
  'state',
  'token',
  'x-amz-credential',
  'x-amz-security-token',
  'x-amz-signature',
])
const hidden = '***'

/** For the log: which request it was, without what would let a reader of the log make it again (contract §2). */
export const serializeRequest = ({ method, originalUrl, host, ip }: FastifyRequest) => ({
  method,
  url: redactUrl(originalUrl),
  host,
  remoteAddress: ip,
})

const signed = /^(\/direct\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/)[^/]+/i

/**
 * Hides tokens, codes and signatures: in the query, in `…/tenant/{refresh token}`, `/invitation/…` and `/direct/…`, the ids of
 * `/s/…` and `/u/…`, behind an encoded `?`.
 */
export function redactUrl(url: string): string {
  const [path = '', ...queries] = url.split(/(?:\?|%3f)/i)
  const shown = path
    .replace(/(\/(?:tenant|invitation)\/|^\/[su]\/)[^/]+/i, `$1${hidden}`)
    .replace(signed, `$1${hidden}`)
  return [shown, ...queries.map(redactQuery)].join('?')
}

const redactQuery = (query: string): string => query.split('&').map(redactParameter).join('&')

function redactParameter(parameter: string): string {
  const [name = '', ...value] = parameter.split(/=|%3d/i)
  return value.length > 0 && secretParameters.has(decoded(name).toLowerCase()) ? `${name}=${hidden}` : parameter
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

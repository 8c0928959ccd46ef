import { Invalid } from '../domain-error.ts'

/** Schemes a browser runs or opens itself, instead of handing them to somebody's application. */
const neverSchemes = new Set([
  'about:',
  'blob:',
  'data:',
  'file:',
  'filesystem:',
  'ftp:',
  'javascript:',
  'vbscript:',
  'view-source:',
  'ws:',
  'wss:',
])

/**
 * Where people come back to after they allowed an app: an absolute http(s) address, or one of a scheme an application
 * registered for itself (RFC 8252 §7.1). Kept as given, because it is compared to the letter.
 */
export function checkedRedirectUri(asGiven: string): string {
  const uri = asGiven.trim()
  const refuse = (why: string): never => {
    throw new Invalid(`The redirect URL ${why}`, 'bad-redirect-uri')
  }
  if (uri === '') refuse('is missing')
  if (uri.length > 2000) refuse('may have at most 2000 characters')
  if (!/^[\x21-\x7e]+$/.test(uri)) refuse('may not contain spaces or characters that are not percent-encoded')
  if (uri.includes('#')) refuse('may not have a fragment')
  const url = URL.parse(uri)
  if (!url || neverSchemes.has(url.protocol)) return refuse('should be absolute, like https://app.example/oauth/back')
  if (isWeb(url) && !/^https?:\/\/[^/]/i.test(uri)) refuse('should name its host, like https://app.example/oauth/back')
  if (url.username || url.password) refuse('may not contain a user name or password')
  return uri
}

const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:'

/** Website and logo, guessed from where the app lives; empty for an app that is no website. */
export function guessedFrom(redirectUri: string): { website: string; logoUrl: string } {
  const url = URL.parse(redirectUri)
  if (!url || !isWeb(url)) return { website: '', logoUrl: '' }
  return { website: url.origin, logoUrl: `${url.origin}/favicon.ico` }
}

/** An http(s) address, or empty. */
export function checkedWebAddress(asGiven: string, called: string): string {
  const text = asGiven.trim()
  if (text === '') return ''
  const url = URL.parse(text)
  if (!url || !isWeb(url) || text.length > 2000 || !/^[^\s\p{Cc}]+$/u.test(text)) {
    throw new Invalid(`${called} should be a web address, like https://app.example`)
  }
  return text
}

/**
 * The redirect URI with the answer's parameters; what it has of its own stays as it is. A space is `+`, as in the
 * published example, but `%20` in the state, which comes back unchanged to those who decode only that, too.
 */
export function withParameters(redirectUri: string, parameters: readonly (readonly [string, string])[]): string {
  const joint = redirectUri.includes('?') ? (/[?&]$/.test(redirectUri) ? '' : '&') : '?'
  return redirectUri + joint + parameters.map(encodeParameter).join('&')
}

function encodeParameter([name, value]: readonly [string, string]): string {
  const encoded = encodeURIComponent(value)
  return `${name}=${name === 'state' ? encoded : encoded.replaceAll('%20', '+')}`
}

import type { App } from './app.ts'

/** The web application: its own files, thumbnails from blobs, and styles its components set at run time. */
const webApplication = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Answers that are no pages. A file somebody uploaded may be one: it runs no script and sends no form. */
const bytes = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "object-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const bytePaths = /^\/(api|api_binary|direct)\//
const twoYears = 63_072_000

/** On every answer; a route with another idea sets its own `content-security-policy`. */
export function sendSecurityHeaders(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    const isBytes = bytePaths.test(request.url)
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'content-security-policy': isBytes ? bytes : webApplication,
      // for browsers that do not know frame-ancestors
      'x-frame-options': isBytes ? 'SAMEORIGIN' : 'DENY',
    })
    if (request.protocol === 'https') reply.header('strict-transport-security', `max-age=${twoYears}`)
  })
}

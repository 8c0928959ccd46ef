import type { App } from './app.ts'

/** Where pages of other origins may ask. Cookies never count there, so any origin may. */
const openPaths = /^\/(oauth|api|api_binary|direct)(\/|\?|$)/

const preflight = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, Range, If-Range, If-None-Match',
  'access-control-max-age': '7200',
} as const

const exposed = [
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Location',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'WWW-Authenticate',
].join(', ')

/** Answers `OPTIONS` on the API's paths without a token, known path or not, and lets every origin read (contract §1). */
export function allowEveryOrigin(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!openPaths.test(request.url)) return
    reply.header('access-control-allow-origin', '*')
    if (request.method !== 'OPTIONS') {
      reply.header('access-control-expose-headers', exposed)
      return
    }
    return reply.headers(preflight).header('allow', preflight['access-control-allow-methods']).code(204).send()
  })
}

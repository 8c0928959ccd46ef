import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from './refusal.ts'

/** Built by `vite build connector/web`. */
const dist = join(import.meta.dirname, '../../web/dist')

/** The pages: files by their names, and for every address of the application the one page that knows them all. */
export async function servePages(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: dist,
    index: 'index.html',
    wildcard: true,
    setHeaders: (reply, path) => {
      const isNamedByContent = path.includes('/assets/')
      reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
      // The logo that a DAM's consent page shows when it asks whether to let this connector in.
      if (path.endsWith('favicon.ico')) reply.header('cross-origin-resource-policy', 'cross-origin')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|health|metrics|assets|dam)(\/|$|\?)/.test(request.url)
    if (!isPage) throw new Refusal(404, 'no-such-address', 'There is nothing at this address.')
    if (!existsSync(join(dist, 'index.html'))) {
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The pages are not built yet: npx vite build connector/web\n')
    }
    return reply.sendFile('index.html')
  })
}

import { EndpointList } from '@descant/contract'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { sendPage } from '../http/page.ts'
import { refusals } from '../http/refusals.ts'
import { docsPage, docsStyle } from './docs-page.ts'
import { listEndpoints } from './list-endpoints.ts'
import { openApiDocument } from './openapi-document.ts'
import type { CollectedRoute, Operation } from './operation.ts'
import { putTogether } from './put-together.ts'

/** #1, /openapi.json and /docs: one collection, three ways to read it. */
export function documentationRoutes(
  app: App,
  deps: ApiDeps,
  { collected, version }: { collected: () => readonly CollectedRoute[]; version: string },
): void {
  const operations = once((): Operation[] => putTogether(collected()))
  const endpoints = once(() => listEndpoints(operations()))
  const document = once(() => JSON.stringify(openApiDocument(operations(), version)))
  const page = once(() => docsPage(operations()))

  app.get(
    '/api/v1',
    {
      onRequest: authenticate(deps),
      config: { rateLimit: { method: '#1', perMinute: 1000 } },
      schema: { summary: 'All endpoints', tags: ['API'], response: { 200: EndpointList, ...refusals } },
    },
    async () => endpoints(),
  )

  // read by tools of other origins; nothing in it is anybody's
  app.get('/openapi.json', async (_request, reply) =>
    reply
      .headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' })
      .type('application/json; charset=utf-8')
      .send(document()),
  )

  app.get('/docs', async (_request, reply) =>
    sendPage(reply, deps.ids, { title: 'The API', wide: true, style: docsStyle, body: page() }),
  )
}

/** Made when it is first asked for: all routes are there by then. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

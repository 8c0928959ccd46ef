import type { FastifySchema, RouteOptions } from 'fastify'
import type { TSchema } from 'typebox'
import type { App } from '../http/app.ts'
import { roleNeededBy } from '../http/authentication.ts'
import { type CollectedRoute, type Verb, verbs } from './operation.ts'

/** The published API: what it is asked for, not what pages and the web application use. */
const published = /^\/(api|api_binary)\//
const rootOfApi = '/api/v1'

/** Collects what is said of every route registered from now on. */
export function collectRoutes(app: App): () => readonly CollectedRoute[] {
  const collected: CollectedRoute[] = []
  app.addHook('onRoute', (route) => {
    const { summary } = (route.schema ?? {}) as FastifySchema
    // a page's own forms under /oauth say nothing of themselves
    const isPublished = published.test(route.url) || route.url === rootOfApi || summary !== undefined
    if (isPublished && verbsOf(route).length > 0) collected.push(describe(route))
  })
  return () => collected
}

function describe(route: RouteOptions): CollectedRoute {
  const { params, querystring, body, response, ...said } = (route.schema ?? {}) as FastifySchema
  const limit = route.config?.rateLimit
  const isForm = !verbsOf(route).includes('GET')
  const number = limit && /^#\d+a?$/.test(limit.method) ? limit.method : null
  return {
    verbs: verbsOf(route),
    url: route.url,
    number,
    perMinute: limit?.perMinute ?? null,
    role:
      [route.onRequest ?? []]
        .flat()
        .map(roleNeededBy)
        .find((role) => role !== null) ?? null,
    summary: said.summary ?? '',
    description: said.description ?? '',
    chapter: said.tags?.[0] ?? 'Other',
    params: (params as TSchema | undefined) ?? null,
    query: (isForm ? null : said.asks) ?? (querystring as TSchema | undefined) ?? null,
    form: (isForm ? said.asks : null) ?? null,
    body: (body as TSchema | undefined) ?? null,
    responses: (response as Record<string, TSchema> | undefined) ?? {},
    undeclared: said.answers ?? {},
    example: said.example ?? {},
  }
}

/** `HEAD` goes with `GET`. */
const verbsOf = ({ method }: RouteOptions): Verb[] =>
  [method].flat().filter((word): word is Verb => (verbs as readonly string[]).includes(word))

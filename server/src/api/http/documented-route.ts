import type { TSchema } from 'typebox'

declare module 'fastify' {
  interface FastifySchema {
    /** One line, for the list of endpoints, /openapi.json and /docs. */
    summary?: string
    /** Whatever a caller must know beside it. */
    description?: string
    /** The chapter. */
    tags?: string[]
    /** The query, where the route reads it itself: described, not validated. */
    asks?: TSchema
    /** What the page of the API shows, and a test sends; values for the path, the query and the body. */
    example?: RouteExample
  }
}

export type RouteExample = {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}

import type { TSchema } from 'typebox'

declare module 'fastify' {
  interface FastifySchema {
    /** One line, for the list of endpoints, /openapi.json and /docs. */
    summary?: string
    /** Whatever a caller must know beside it. */
    description?: string
    /** The chapter. */
    tags?: string[]
    /** The query or the form, where the route reads it itself: described, not validated. */
    asks?: TSchema
    /** What the route answers beside its response schemas: bytes, redirects. */
    answers?: Record<number, UndeclaredAnswer>
    /** What the page of the API shows and a test sends, where the usual values do not fit. */
    example?: RouteExample
  }
}

export type UndeclaredAnswer = { description: string; contentType?: string; example?: string }

export type RouteExample = {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}

import type { TSchema } from 'typebox'
import type { Role } from '../../domain/user/user.ts'
import type { RouteExample, UndeclaredAnswer } from '../http/documented-route.ts'

export const verbs = ['GET', 'POST', 'PUT', 'DELETE'] as const
export type Verb = (typeof verbs)[number]

export type Parameter = {
  name: string
  in: 'path' | 'query'
  required: boolean
  description: string
  schema: TSchema
  /** For requests that show how it is done; absent: left out there. */
  example?: string | undefined
}

/** A declared answer; `schema` is absent where it has no body that a schema describes. */
export type Answer = { status: string; description: string; schema?: TSchema; contentType?: string; example?: unknown }

/** One endpoint as people see it: what is registered for each scheme is one, and portals are understood. */
export type Operation = {
  /** Of the published table of contents; `null`: not in it. */
  number: string | null
  verb: Verb
  /** `/api/v1/{scheme}/{id}`. */
  path: string
  summary: string
  description: string
  chapter: string
  needsToken: boolean
  /** `null`: whoever has a token. */
  role: Role | null
  perMinute: number | null
  parameters: Parameter[]
  body: { schema: TSchema; contentType: string; example: unknown } | null
  answers: Answer[]
}

/** What was registered, before it is put together. */
export type CollectedRoute = {
  verbs: Verb[]
  url: string
  number: string | null
  perMinute: number | null
  role: Role | null
  summary: string
  description: string
  chapter: string
  params: TSchema | null
  query: TSchema | null
  /** Read by the route itself. */
  form: TSchema | null
  body: TSchema | null
  responses: Record<string, TSchema>
  undeclared: Record<number, UndeclaredAnswer>
  example: RouteExample
}

/** `#3` is 3; what has no number comes last. */
export const orderOf = ({ number }: Pick<Operation, 'number'>): number => {
  const digits = /^#(\d+)(a?)$/.exec(number ?? '')
  return digits ? Number(digits[1]) + (digits[2] ? 0.5 : 0) : 1000
}

import { type Static, Type } from 'typebox'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

export const ActivityQuery = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

/** `GET /api/activity`. Times are milliseconds since 1970. */
export const ActivityList = Type.Object({
  /** Files whose bytes are coming right now. */
  running: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), size: Type.Integer(), received: Type.Integer() }),
  ),
  /** Files that wait for their turn. */
  waiting: Type.Integer(),
  /** Files that failed and will be tried again. */
  failing: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      reason: Type.String(),
      attempts: Type.Integer(),
      since: Type.Integer(),
      nextTryAt: Type.Integer(),
    }),
  ),
  results: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Type.Integer(),
      kind: Type.String(),
      file: OrNull(Type.String()),
      name: OrNull(Type.String()),
      detail: OrNull(Type.String()),
    }),
  ),
  /** Give it as `before` for the next page; `null` at the end. */
  before: OrNull(Type.Integer()),
})
export type ActivityList = Static<typeof ActivityList>

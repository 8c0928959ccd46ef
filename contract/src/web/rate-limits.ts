import { type Static, Type } from 'typebox'

/** `GET /web/v1/rate-limits`: how often this account's apps and people may call each method. */
export const RateLimitSettings = Type.Object({
  /** `false`: as often as they like. */
  on: Type.Boolean(),
  /** Of the usual numbers, 0.01 to 1000. */
  factor: Type.Number(),
  methods: Type.Array(
    Type.Object({
      /** Its number in the published document, `#3`, or a word of ours. */
      method: Type.String(),
      summary: Type.String(),
      /** Calls a minute, unless the account says otherwise. */
      usual: Type.Integer(),
      /** What the account says for this one; `null`: nothing. */
      own: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  /** Whether the server counts at all: its operator may have switched all limits off. */
  counted: Type.Boolean(),
})
export type RateLimitSettings = Static<typeof RateLimitSettings>

/** `PUT /web/v1/rate-limits`: what is absent stays as it is; `perMinute` is all methods that have a limit of their own. */
export const ChangeRateLimitsBody = Type.Object({
  on: Type.Optional(Type.Boolean()),
  factor: Type.Optional(Type.Number()),
  perMinute: Type.Optional(Type.Record(Type.String(), Type.Integer())),
})
export type ChangeRateLimitsBody = Static<typeof ChangeRateLimitsBody>

import { type Static, Type } from 'typebox'
import { WireTime } from '../wire-values.ts'

/** One row of Settings → Outbox. `kept`: there is no mail server, so an administrator passes it on by hand. */
export const OutboxEntry = Type.Object({
  id: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  /** Empty once it is sent. */
  text: Type.String(),
  state: Type.Enum(['queued', 'kept', 'sent', 'failed']),
  /** Why it has not been sent. */
  reason: Type.Union([Type.String(), Type.Null()]),
  queued: WireTime,
  /** When it was sent, or given up. */
  finished: Type.Union([WireTime, Type.Null()]),
})
export type OutboxEntry = Static<typeof OutboxEntry>

/** `GET /web/v1/outbox`, newest first. */
export const Outbox = Type.Object({
  /** Whether a mail server is set up. */
  sends: Type.Boolean(),
  results: Type.Array(OutboxEntry),
})
export type Outbox = Static<typeof Outbox>

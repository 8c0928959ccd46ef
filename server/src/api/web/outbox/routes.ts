import { Outbox, type OutboxEntry } from '@descant/contract'
import { Type } from 'typebox'
import type { Mail, MailId } from '../../../domain/mail/mail.ts'
import { sendAgain } from '../../../domain/mail/send-again.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { refusals } from '../../http/refusals.ts'
import { toWireTime } from '../../http/wire-time.ts'

const most = 500

/** Settings → Outbox: what was sent to whom, and what could not be. */
export function outboxRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireRole('admin'), requireWebApplication]

  app.get(
    '/web/v1/outbox',
    { onRequest, schema: { response: { 200: Outbox, ...refusals } } },
    async (request, reply): Promise<Outbox> => {
      reply.header('cache-control', 'no-store')
      const mails = await callerOf(request).library.read.mails.latest(most)
      return { sends: deps.mailer !== null, results: mails.map(presentMail) }
    },
  )

  app.post(
    '/web/v1/outbox/:id/send',
    {
      onRequest,
      schema: { params: Type.Object({ id: Type.String() }), response: { 204: Type.Null(), ...refusals } },
    },
    async (request, reply) => {
      await sendAgain({ library: callerOf(request).library }, request.params.id as MailId)
      return reply.code(204).send(null)
    },
  )
}

const presentMail = ({ queuedAt, finishedAt, ...mail }: Mail): OutboxEntry => ({
  ...mail,
  queued: toWireTime(queuedAt),
  finished: finishedAt === null ? null : toWireTime(finishedAt),
})

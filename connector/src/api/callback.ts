import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorizationLastsMs } from '../dam-settings/begin-authentication.ts'
import { finishAuthentication } from '../dam-settings/finish-authentication.ts'
import type { ApiDeps } from './deps.ts'

const callbackPath = '/dam/callback'
const cookieName = 'connector-authorization'

/**
 * The browser comes back from another site, where a strict cookie stays behind; this one comes along, is good for the
 * callback alone, and proves that it is the browser we sent.
 */
export function setAuthorizationCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, { ...cookieOptions(request), maxAge: authorizationLastsMs / 1000 })
}

const cookieOptions = ({ protocol }: FastifyRequest) =>
  ({ path: callbackPath, httpOnly: true, sameSite: 'lax', secure: protocol === 'https' }) as const

const ReturnQuery = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 500 })),
  code: Type.Optional(Type.String({ maxLength: 2000 })),
  error: Type.Optional(Type.String({ maxLength: 200 })),
})

export const callbackRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(callbackPath, { schema: { querystring: ReturnQuery } }, async (request, reply) => {
      const browserToken = request.cookies[cookieName]
      const settings = { ...deps, notice: deps.replicator.notice }
      const outcome = await finishAuthentication(settings, { returned: request.query, browserToken })
      reply.clearCookie(cookieName, cookieOptions(request))
      return reply.redirect(`/settings/dam?authentication=${outcome}`, 303)
    })
  }

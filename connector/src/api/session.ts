import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { User } from '../accounts/account.ts'
import { signIn } from '../accounts/sign-in.ts'
import type { ApiDeps } from './deps.ts'
import { Refusal } from './refusal.ts'
import { Session, SignInBody } from './session-wire.ts'
import { clearSessionCookie, sessionToken, setSessionCookie, signedIn } from './signed-in.ts'

export const sessionRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { stores, clock } = deps
    const present = ({ email, role }: User): Session => ({ user: { email, role }, account: stores.account.read() })

    app.get('/api/session', { schema: { response: { 200: Session } } }, async (request) =>
      present(signedIn(deps, request).user),
    )

    app.post('/api/session', { schema: { body: SignInBody, response: { 200: Session } } }, async (request, reply) => {
      const { email, password } = request.body
      const outcome = await signIn({ ...stores, clock }, { email: email.trim(), password, address: request.ip })
      if (outcome.is === 'too-many') {
        const seconds = Math.ceil(outcome.retryAfterMs / 1000)
        throw new Refusal(429, 'too-many', `Too many attempts. Try again in ${inWords(seconds)}.`, {
          'retry-after': String(seconds),
        })
      }
      if (outcome.is === 'wrong') throw new Refusal(401, 'wrong', 'The e-mail or the password is wrong.')
      setSessionCookie(request, reply, outcome.token)
      return present(outcome.user)
    })

    app.delete('/api/session', async (request, reply) => {
      const token = sessionToken(request)
      if (token !== undefined) stores.sessions.end(token)
      clearSessionCookie(request, reply)
      return reply.code(204).send()
    })
  }

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`

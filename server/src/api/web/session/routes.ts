import { ChangePasswordBody, ErrorBody, Session, SignInBody } from '@descant/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Unauthenticated } from '../../../domain/access/unauthenticated.ts'
import type { Account } from '../../../domain/account/account.ts'
import { Invalid, NotAllowed } from '../../../domain/domain-error.ts'
import { findSession } from '../../../domain/oauth/find-session.ts'
import { openSession } from '../../../domain/oauth/open-session.ts'
import type { WebSession } from '../../../domain/oauth/session-store.ts'
import { issueSessionToken } from '../../../domain/oauth/session-token.ts'
import { signIn } from '../../../domain/oauth/sign-in.ts'
import { signOut } from '../../../domain/oauth/sign-out.ts'
import { changePassword } from '../../../domain/user/change-password.ts'
import type { User } from '../../../domain/user/user.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { clientAddress } from '../../http/client-address.ts'
import { isFromOwnPage } from '../../http/own-origin.ts'
import { presentCurrentUser } from '../../http/present-current-user.ts'
import { accountOf } from '../../http/request-account.ts'
import { readCookie, sessionCookie, setCookie } from '../../http/session-cookie.ts'

const path = '/web/v1/session'

/** The web application's signed-in browser: who it is, and a token for everything else. */
export function sessionRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    // A form of another site can't send JSON, and can't send `Origin: ours` either.
    scope.removeContentTypeParser('text/plain')
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (!isFromOwnPage(request, deps)) throw new NotAllowed('This is for pages of this server')
    })

    scope.get(path, { schema: { response: { 200: Session, '4xx': ErrorBody } } }, async (request, reply) => {
      const account = accountOf(request)
      const secret = readCookie(request, sessionCookie)
      const found = secret === undefined ? undefined : await findSession(deps, { secret, account })
      if (secret === undefined || !found) throw notSignedIn()
      if (found.wasExtended) setCookie(request, reply, sessionCookie, secret)
      return present(deps, account, found.user, found.session)
    })

    scope.post(
      path,
      { schema: { body: SignInBody, response: { 200: Session, '4xx': ErrorBody } } },
      async (request, reply) => {
        const account = accountOf(request)
        const user = await signIn(deps, { account, ...request.body, address: clientAddress(request) })
        if (!user.mayAccessMainLibrary) throw new NotAllowed(portalsOnly)
        await endSession(deps, request)
        const { secret, session } = await openSession(deps, { account, user })
        setCookie(request, reply, sessionCookie, secret)
        return present(deps, account, user, session)
      },
    )

    scope.put(
      `${path}/password`,
      { schema: { body: ChangePasswordBody, response: { 200: Session, '4xx': ErrorBody } } },
      async (request, reply) => {
        const account = accountOf(request)
        const { current, password } = request.body
        const known = readCookie(request, sessionCookie)
        const found = known === undefined ? undefined : await findSession(deps, { secret: known, account })
        if (!found) throw notSignedIn()
        const { email } = found.user
        await signIn(deps, { account, email, password: current, address: clientAddress(request) }).catch(
          asWrongPassword,
        )
        const user = await changePassword({ ...deps, library: found.library }, { userId: found.user.id, password })
        await endSession(deps, request)
        const { secret, session } = await openSession(deps, { account, user })
        setCookie(request, reply, sessionCookie, secret)
        return present(deps, account, user, session)
      },
    )

    scope.delete(path, { schema: { response: { 204: Type.Null(), '4xx': ErrorBody } } }, async (request, reply) => {
      await endSession(deps, request)
      setCookie(request, reply, sessionCookie, null)
      return sendNothing(reply)
    })
  })
}

async function present(deps: ApiDeps, account: Account, user: User, session: WebSession): Promise<Session> {
  const issued = await issueSessionToken(deps, session)
  if (!issued) throw notSignedIn()
  return {
    user: presentCurrentUser(user, user.role, null),
    role: user.role,
    account: { name: account.name, host: account.host },
    accessToken: issued.accessToken,
    expiresIn: issued.expiresInSeconds,
  }
}

async function endSession(deps: ApiDeps, request: FastifyRequest): Promise<void> {
  const secret = readCookie(request, sessionCookie)
  if (secret !== undefined) await signOut(deps, { secret })
}

/** 401 would say that the session has ended. */
function asWrongPassword(error: unknown): never {
  throw error instanceof Unauthenticated ? new Invalid('The current password is not right') : error
}

const sendNothing = (reply: FastifyReply): FastifyReply => reply.code(204).send()
const notSignedIn = () => new Unauthenticated('Nobody is signed in here')

const portalsOnly =
  'You have no access to the main library. Portals that are open to you are used by apps, which ask you to sign in themselves'

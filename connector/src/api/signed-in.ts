import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusalOfDamSettings, type User } from '../accounts/account.ts'
import type { ApiDeps } from './deps.ts'
import { Refusal } from './refusal.ts'

/** Cookies do not know ports: the name must not be the library's. */
const cookieName = (request: FastifyRequest): string =>
  request.protocol === 'https' ? '__Host-connector-session' : 'connector-session'

export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies[cookieName(request)]

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(request), token, cookieOptions(request))
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), cookieOptions(request))
}

const cookieOptions = ({ protocol }: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' }) as const

export type SignedIn = { user: User; sessionDigest: string }

export function signedIn({ stores, clock }: ApiDeps, request: FastifyRequest): SignedIn {
  const token = sessionToken(request)
  const session = token === undefined ? null : stores.sessions.resume(token, clock.now())
  const user = session && stores.users.find(session.userId)
  if (!session || !user) throw new Refusal(401, 'not-signed-in', 'Sign in first.')
  return { user, sessionDigest: session.digest }
}

/** Somebody who may change the DAM settings. */
export function settingsAdmin(deps: ApiDeps, request: FastifyRequest): SignedIn {
  const person = signedIn(deps, request)
  const refusal = refusalOfDamSettings(deps.stores.account.read(), person.user)
  if (refusal === 'feature-off') throw new Refusal(403, refusal, 'DAM settings are not activated for this account.')
  if (refusal) throw new Refusal(403, refusal, 'Only an administrator may change the DAM settings.')
  return person
}

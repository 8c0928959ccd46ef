import type { FastifyReply, FastifyRequest } from 'fastify'
import { inSeconds, lifetimes } from '../../domain/oauth/lifetimes.ts'

export type Cookie = {
  /** Over HTTPS it is `__Host-…`, which no other host or plain HTTP can set. */
  name: string
  /** `null`: as long as the browser runs. */
  seconds: number | null
}

/** Who is signed in. It counts on /web/v1/session and on the OAuth pages, nowhere else. */
export const sessionCookie: Cookie = { name: 'descant_session', seconds: inSeconds(lifetimes.session) }

/** Which browser a sign-in form was given to, before anybody is signed in. */
export const formCookie: Cookie = { name: 'descant_form', seconds: null }

export function readCookie(request: FastifyRequest, cookie: Cookie): string | undefined {
  const wanted = nameOf(request, cookie)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2)
    if (name === wanted && value && /^[0-9a-f]+$/.test(value)) return value
  }
  return undefined
}

/** `null` removes it. Values are hex, so nothing needs quoting. */
export function setCookie(request: FastifyRequest, reply: FastifyReply, cookie: Cookie, value: string | null): void {
  const age = value === null ? 0 : cookie.seconds
  const parts = [
    `${nameOf(request, cookie)}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(age === null ? [] : [`Max-Age=${age}`]),
    ...(isSecure(request) ? ['Secure'] : []),
  ]
  reply.header('set-cookie', parts.join('; ')) // Fastify adds to the cookies that are set already
}

const nameOf = (request: FastifyRequest, { name }: Cookie): string => (isSecure(request) ? `__Host-${name}` : name)
const isSecure = ({ protocol }: FastifyRequest): boolean => protocol === 'https'

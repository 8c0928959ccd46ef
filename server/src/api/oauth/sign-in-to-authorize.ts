import type { FastifyReply, FastifyRequest } from 'fastify'
import { hostNameIn } from '../../domain/account/host-name.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { openSession } from '../../domain/oauth/open-session.ts'
import { signIn } from '../../domain/oauth/sign-in.ts'
import { signOut } from '../../domain/oauth/sign-out.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import { clientAddress } from '../http/client-address.ts'
import { statusOf } from '../http/error-codes.ts'
import { isFromOwnPage } from '../http/own-origin.ts'
import { sendPage } from '../http/page.ts'
import { accountAt } from '../http/request-account.ts'
import { formCookie, readCookie, sessionCookie, setCookie } from '../http/session-cookie.ts'
import type { AuthorizeRequest } from './authorize-request.ts'
import { isFormToken, makeFormToken } from './form-token.ts'
import { parametersIn } from './read-parameters.ts'
import { type SignInPage, signInPage } from './sign-in-page.ts'

type Shown = Pick<SignInPage, 'account' | 'email'> & { problem?: SignInPage['problem'] | undefined }

/** Page one. The account is filled in where the host tells. */
export function sendSignIn(
  deps: ApiDeps,
  asked: AuthorizeRequest,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown = { account: request.account ? request.host : '', email: '' },
): FastifyReply {
  const cookie = readCookie(request, formCookie) ?? deps.ids.newHex(16)
  if (readCookie(request, formCookie) === undefined) setCookie(request, reply, formCookie, cookie)
  const { problem, ...filled } = shown
  const formToken = makeFormToken(deps, { form: 'sign-in', cookie, query: asked.query })
  return sendPage(reply, deps.ids, signInPage(asked, { ...filled, formToken, ...(problem ? { problem } : {}) }))
}

/** Page one, filled in: signs in and leads to page two, or says in the page what was not right. */
export async function takeSignIn(
  deps: ApiDeps,
  asked: AuthorizeRequest,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const given = parametersIn(['form_token', 'account', 'email'], request.body)
  const password = passwordIn(request.body)
  const { account: address = '', email = '' } = given
  const refuse = (status: number, sentence: string, ...fields: NonNullable<SignInPage['problem']>['fields']) =>
    sendSignIn(deps, asked, request, reply, { account: address, email, problem: { status, sentence, fields } })

  const cookie = readCookie(request, formCookie) ?? ''
  const isOurs = isFormToken(deps, given.form_token, { form: 'sign-in', cookie, query: asked.query })
  if (!isOurs || !isFromOwnPage(request, deps)) {
    return refuse(403, 'This page was open for too long, or cookies are switched off. Please try again.')
  }
  if (address === '') return refuse(400, 'Please enter the account URL.', 'account')
  if (email === '') return refuse(400, 'Please enter your e-mail address.', 'email')
  if (password === '') return refuse(400, 'Please enter your password.', 'password')
  const host = hostNameIn(address)
  const account = host === null ? null : await accountAt(deps.control, host)
  if (account?.id !== asked.app.accountId) {
    return refuse(400, `${asked.app.name} does not belong to an account at ${address}.`, 'account')
  }

  try {
    const user = await signIn(deps, { account, email, password, address: clientAddress(request) })
    const before = readCookie(request, sessionCookie)
    if (before !== undefined) await signOut(deps, { secret: before })
    const { secret } = await openSession(deps, { account, user })
    setCookie(request, reply, sessionCookie, secret)
    return reply.header('cache-control', 'no-store').redirect(`${asked.path}${asked.query}`, 303)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds))
    const fields = error.refusal === 'unauthenticated' ? (['email', 'password'] as const) : []
    return refuse(statusOf[error.refusal], sentence(error.message), ...fields)
  }
}

/** As it was typed: spaces at its ends may be meant. */
function passwordIn(body: unknown): string {
  const { password } = (body ?? {}) as { password?: unknown }
  return typeof password === 'string' ? password : ''
}

const sentence = (message: string): string => (message.endsWith('.') ? message : `${message}.`)

import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotAllowed } from '../../domain/domain-error.ts'
import type { FoundSession } from '../../domain/oauth/find-session.ts'
import { issueCode } from '../../domain/oauth/issue-code.ts'
import { withParameters } from '../../domain/oauth/redirect-uri.ts'
import { portalsFor } from '../../domain/portal/find-portal.ts'
import type { PortalId } from '../../domain/portal/portal.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import { isFromOwnPage } from '../http/own-origin.ts'
import { sendPage } from '../http/page.ts'
import type { AuthorizeRequest } from './authorize-request.ts'
import { type ConsentPage, consentPage } from './consent-page.ts'
import { isFormToken, makeFormToken } from './form-token.ts'
import { parametersIn } from './read-parameters.ts'

/** Page two. */
export async function sendConsent(
  deps: ApiDeps,
  asked: AuthorizeRequest,
  { account, library, user, session }: FoundSession,
  reply: FastifyReply,
  problem?: ConsentPage['problem'],
): Promise<FastifyReply> {
  const formToken = makeFormToken(deps, { form: 'consent', cookie: session.digest, query: asked.query })
  const portals = await portalsFor(library.read, user)
  const page: ConsentPage = { account, user, portals, formToken, ...(problem ? { problem } : {}) }
  return sendPage(reply, deps.ids, consentPage(asked, page))
}

/** Page two, answered: back to the app, with a code or with the word that it was denied. */
export async function takeDecision(
  deps: ApiDeps,
  asked: AuthorizeRequest,
  found: FoundSession,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { app, state, challenge, query } = asked
  const refuse = (status: number, sentence: string) => sendConsent(deps, asked, found, reply, { status, sentence })

  const { form_token, decision, library } = parametersIn(['form_token', 'decision', 'library'], request.body)
  const isOurs = isFormToken(deps, form_token, { form: 'consent', cookie: found.session.digest, query })
  if (!isOurs || !isFromOwnPage(request, deps)) return refuse(403, 'This page was open for too long. Please try again.')

  const backToApp = (...parameters: [string, string][]) => {
    if (state !== undefined) parameters.push(['state', state])
    const location = withParameters(app.redirectUri, parameters)
    return reply.header('cache-control', 'no-store').redirect(location, 302)
  }
  if (decision === 'deny') {
    const description = 'The user denied access to your application'
    return backToApp(['error', 'access_denied'], ['error_description', description])
  }
  if (decision !== 'allow') return refuse(400, 'Please choose Allow or Deny.')
  const noPart = () => refuse(400, 'Please choose a part of the library.')
  if (library === undefined) return noPart()
  const portalId = library === 'main' ? null : (library as PortalId)
  const granted = { app, library: found.library, user: found.user, portalId, challenge }
  try {
    return backToApp(['code', await issueCode(deps, granted)])
  } catch (error) {
    if (error instanceof NotAllowed) return noPart()
    throw error
  }
}

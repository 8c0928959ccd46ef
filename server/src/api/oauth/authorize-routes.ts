import { AuthorizeQuery } from '@descant/contract'
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { type FoundSession, findSession } from '../../domain/oauth/find-session.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { html } from '../http/html.ts'
import { sendPage } from '../http/page.ts'
import { readCookie, sessionCookie, setCookie } from '../http/session-cookie.ts'
import { type AuthorizeRequest, checkAuthorizeRequest } from './authorize-request.ts'
import { sendConsent, takeDecision } from './give-consent.ts'
import { sendSignIn, takeSignIn } from './sign-in-to-authorize.ts'
import { compatible, published, type Spelling } from './spelling.ts'

/** `GET …/authorize`, and the two forms of its pages (contract §3). */
export function authorizeRoutes(scope: App, deps: ApiDeps): void {
  for (const spelling of [published, compatible]) {
    const path = `${spelling.path}/authorize`
    const check = ({ query, account }: FastifyRequest) =>
      checkAuthorizeRequest(deps, { query, here: account, spelling })

    scope.get(path, { schema: describePages(spelling) }, async (request, reply) => {
      const asked = await check(request)
      if (mayHaveHiddenCookie(request)) return sendOnwards(deps, asked, reply)
      const session = await sessionFor(deps, asked, request)
      if (!session || isForAnotherUser(request)) return sendSignIn(deps, asked, request, reply)
      if (session.wasExtended) setCookie(request, reply, sessionCookie, readCookie(request, sessionCookie) ?? null)
      return sendConsent(deps, asked, session, reply)
    })

    scope.post(`${path}/sign-in`, async (request, reply) => takeSignIn(deps, await check(request), request, reply))

    scope.post(`${path}/decision`, async (request, reply) => {
      const asked = await check(request)
      const session = await sessionFor(deps, asked, request)
      if (!session) return reply.redirect(`${asked.path}${asked.query}`, 303) // signed out meanwhile: page one again
      return takeDecision(deps, asked, session, request, reply)
    })
  }
}

const describePages = (spelling: Spelling): FastifySchema => ({
  summary: spelling === published ? 'Ask a person for access' : 'Ask a person for access, as OAuth libraries do',
  tags: ['OAuth'],
  asks: AuthorizeQuery,
  answers: {
    200: { description: 'Pages to sign in and to allow it, for a browser' },
    302: { description: 'Back to the app, with a code or a refusal' },
  },
})

async function sessionFor(deps: ApiDeps, { app }: AuthorizeRequest, request: FastifyRequest) {
  const secret = readCookie(request, sessionCookie)
  if (secret === undefined) return undefined
  const found: FoundSession | undefined = await findSession(deps, { secret, account: { id: app.accountId } })
  return found
}

const isForAnotherUser = ({ query }: FastifyRequest): boolean => (query as { prompt?: unknown }).prompt === 'login'

/**
 * Who comes by a link of another site brings no strict cookie, signed in or not. Coming from a page of ours it does,
 * so such visitors go through one that goes on by itself. Once: the address says so.
 */
function mayHaveHiddenCookie(request: FastifyRequest): boolean {
  const isOnceMore = (request.query as { arrived?: unknown }).arrived !== undefined
  const isHidden =
    request.headers['sec-fetch-site'] === 'cross-site' && readCookie(request, sessionCookie) === undefined
  return isHidden && !isOnceMore
}

function sendOnwards(deps: ApiDeps, { path, query }: AuthorizeRequest, reply: FastifyReply): FastifyReply {
  const onwards = `${path}${query}&arrived=1`
  return sendPage(reply, deps.ids, {
    title: 'One moment',
    goesOnTo: onwards,
    body: html`<h1>One moment</h1><p><a href="${onwards}">Continue to sign in</a></p>`,
  })
}

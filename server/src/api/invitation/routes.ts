import { Type } from 'typebox'
import { DomainError } from '../../domain/domain-error.ts'
import { acceptInvitation, findInvited } from '../../domain/user/accept-invitation.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { statusOf } from '../http/error-codes.ts'
import { isFromOwnPage } from '../http/own-origin.ts'
import { sendPage } from '../http/page.ts'
import { readBodies } from '../http/read-bodies.ts'
import { accountOf, libraryOf } from '../http/request-account.ts'
import { acceptedPage, choosePasswordPage, usedUpPage } from './pages.ts'

const path = '/invitation/:word'
const schema = { params: Type.Object({ word: Type.String() }) }

/** What an invitation's letter links to: choosing a password, once, without scripts. */
export function invitationRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    readBodies(scope)

    scope.get(path, { schema }, async (request, reply) => {
      const library = await libraryOf(request, deps)
      const user = await findInvited({ ...deps, library }, request.params.word)
      return sendPage(reply, deps.ids, user ? choosePasswordPage(accountOf(request), user) : usedUpPage())
    })

    scope.post(path, { schema }, async (request, reply) => {
      const library = await libraryOf(request, deps)
      const { word } = request.params
      const user = await findInvited({ ...deps, library }, word)
      if (!user) return sendPage(reply, deps.ids, usedUpPage())
      const refuse = (status: number, sentence: string) =>
        sendPage(reply, deps.ids, choosePasswordPage(accountOf(request), user, { status, sentence }))

      const { password, again } = passwordsIn(request.body)
      if (!isFromOwnPage(request, deps)) return refuse(403, 'Please choose the password on this page.')
      if (password !== again) return refuse(400, 'The two passwords are not the same.')
      try {
        const accepted = await acceptInvitation({ ...deps, library }, { word, password })
        return sendPage(reply, deps.ids, acceptedPage(accountOf(request), accepted))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        if (error.refusal === 'not-found') return sendPage(reply, deps.ids, usedUpPage())
        return refuse(statusOf[error.refusal], `${error.message}.`)
      }
    })
  })
}

/** As they were typed: spaces at the ends may be meant. */
function passwordsIn(body: unknown): { password: string; again: string } {
  const { password, again } = (body ?? {}) as Record<string, unknown>
  return {
    password: typeof password === 'string' ? password : '',
    again: typeof again === 'string' ? again : '',
  }
}

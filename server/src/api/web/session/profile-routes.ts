import { ChangeProfileBody, CurrentUser } from '@descant/contract'
import { updateUser } from '../../../domain/user/update-user.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { presentCurrentUser } from '../../http/present-current-user.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

/** What people say of themselves; rights and addresses are given by administrators. */
export function profileRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    readBodies(scope)
    scope.put(
      '/web/v1/profile',
      {
        onRequest: [authenticate(deps), requireWebApplication],
        schema: { body: ChangeProfileBody, response: { 200: CurrentUser, ...refusals } },
      },
      async (request) => {
        const { library, user, role, portal } = callerOf(request)
        const { firstName, lastName } = request.body
        const changed = await updateUser({ library }, { email: user.email, by: user, changes: { firstName, lastName } })
        return presentCurrentUser(changed, role, portal)
      },
    )
  })
}

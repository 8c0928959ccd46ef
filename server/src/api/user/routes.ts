import { CurrentUser, ErrorBody } from '@descant/contract'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { presentCurrentUser } from '../http/present-current-user.ts'

export function userRoutes(app: App, deps: ApiDeps): void {
  app.get(
    '/api/v1/user',
    {
      onRequest: authenticate(deps),
      config: { rateLimit: { method: '#2', perMinute: 1000 } },
      schema: { response: { 200: CurrentUser, '4xx': ErrorBody } },
    },
    async (request) => {
      const { user, role, portal } = callerOf(request)
      return presentCurrentUser(user, role, portal)
    },
  )
}

import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authorizeRoutes } from './authorize-routes.ts'
import { sendOAuthError, sendOAuthNotFound } from './oauth-errors.ts'
import { readOAuthBodies } from './read-parameters.ts'
import { tenantRoutes } from './tenant-routes.ts'
import { tokenRoutes } from './token-routes.ts'

/** Everything under /oauth, with error bodies of its own. */
export function oauthRoutes(app: App, deps: ApiDeps): void {
  app.register(
    async (scope: App) => {
      scope.setErrorHandler(sendOAuthError)
      scope.setNotFoundHandler(sendOAuthNotFound)
      readOAuthBodies(scope)
      authorizeRoutes(scope, deps)
      tokenRoutes(scope, deps)
      tenantRoutes(scope, deps)
    },
    { prefix: '/oauth' },
  )
}

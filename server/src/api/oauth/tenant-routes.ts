import { OAuthErrorBody } from '@descant/contract'
import { Type } from 'typebox'
import { tenantOf } from '../../domain/oauth/tenant-of.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'

/** `GET …/tenant/{refresh token}`: the bare host name of the account it belongs to. */
export function tenantRoutes(scope: App, deps: ApiDeps): void {
  scope.get(
    '/api/oauth2/tenant/:refreshToken',
    {
      schema: {
        summary: 'The host of the library that a refresh token is of',
        tags: ['OAuth'],
        example: { path: { refreshToken: '92d2087662bc432c92dda9ad2668b31cb179c157528d485f9a6a1c4a65cf2f4f' } },
        params: Type.Object({ refreshToken: Type.String() }),
        response: { 200: Type.String(), '4xx': OAuthErrorBody },
      },
    },
    async (request, reply) => {
      const { refreshToken } = request.params
      const account = await tenantOf(deps, { refreshToken, here: request.account })
      return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(account.host)
    },
  )
}

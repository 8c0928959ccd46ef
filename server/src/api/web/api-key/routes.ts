import { ApiKeyDetails, ApiKeyList, CreateApiKeyBody, ErrorBody, UpdateApiKeyBody } from '@descant/contract'
import { Type } from 'typebox'
import type { AppId } from '../../../domain/oauth/api-key.ts'
import { createApiKey } from '../../../domain/oauth/create-api-key.ts'
import { findApiKey } from '../../../domain/oauth/find-api-key.ts'
import { revokeApiKey } from '../../../domain/oauth/revoke-api-key.ts'
import { updateApiKey } from '../../../domain/oauth/update-api-key.ts'
import type { Library } from '../../../domain/ports/library.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { type Makers, presentApiKey, presentApiKeyWithSecret } from './present-api-key.ts'

const path = '/web/v1/api-keys'
const AppIdParam = Type.Object({ appId: Type.String() })
const refusals = { '4xx': ErrorBody } as const

/** Settings → API keys: for administrators in the web application, never for an app that was given access. */
export function apiKeyRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    scope.addHook('onRequest', authenticate(deps))
    scope.addHook('onRequest', requireRole('admin'))
    scope.addHook('onRequest', requireWebApplication)
    scope.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    scope.get(path, { schema: { response: { 200: ApiKeyList, ...refusals } } }, async (request) => {
      const { account, library } = callerOf(request)
      const keys = await deps.control.read.apiKeys.ofAccount(account.id)
      const makers = await makersIn(library)
      return { results: keys.map((key) => presentApiKey(key, makers)) }
    })

    scope.post(
      path,
      { schema: { body: CreateApiKeyBody, response: { 201: ApiKeyDetails, ...refusals } } },
      async (request, reply) => {
        const { account, library, user } = callerOf(request)
        const { key, secret } = await createApiKey(deps, { account, by: user, ...request.body })
        return reply.code(201).send(presentApiKeyWithSecret(key, await makersIn(library), secret))
      },
    )

    scope.get(
      `${path}/:appId`,
      { schema: { params: AppIdParam, response: { 200: ApiKeyDetails, ...refusals } } },
      async (request) => {
        const { account, library } = callerOf(request)
        const key = await findApiKey(deps.control.read, { account, appId: request.params.appId as AppId })
        return presentApiKeyWithSecret(key, await makersIn(library), deps.secrets.unseal(key.secretSealed))
      },
    )

    scope.put(
      `${path}/:appId`,
      { schema: { params: AppIdParam, body: UpdateApiKeyBody, response: { 200: ApiKeyDetails, ...refusals } } },
      async (request) => {
        const { account, library } = callerOf(request)
        const key = await updateApiKey(deps, { account, appId: request.params.appId as AppId, ...request.body })
        return presentApiKeyWithSecret(key, await makersIn(library), deps.secrets.unseal(key.secretSealed))
      },
    )

    scope.delete(
      `${path}/:appId`,
      { schema: { params: AppIdParam, response: { 204: Type.Null(), ...refusals } } },
      async (request, reply) => {
        await revokeApiKey(deps, { account: callerOf(request).account, appId: request.params.appId as AppId })
        return reply.code(204).send(null)
      },
    )
  })
}

const makersIn = async (library: Library): Promise<Makers> =>
  new Map((await library.read.users.all()).map((user) => [user.id, user]))

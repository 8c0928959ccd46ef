import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { beginAuthentication } from '../dam-settings/begin-authentication.ts'
import type { SettingsDeps } from '../dam-settings/deps.ts'
import { presentSettings } from '../dam-settings/present-settings.ts'
import { saveConnection } from '../dam-settings/save-connection.ts'
import { testConnection } from '../dam-settings/test-connection.ts'
import { setAuthorizationCookie } from './callback.ts'
import { Authentication, ConnectionTest, DamFields, DamSettings } from './dam-settings-wire.ts'
import type { ApiDeps } from './deps.ts'
import { publicOrigin, redirectUriAt } from './origin.ts'
import { settingsAdmin, signedIn } from './signed-in.ts'

export const damSettingsRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { stores, config } = deps
    const settings: SettingsDeps = { ...deps, notice: deps.replicator.notice }
    const redirectUri = (request: FastifyRequest) => redirectUriAt(publicOrigin(config, request))
    const present = (request: FastifyRequest) =>
      presentSettings(stores, { user: signedIn(deps, request).user, redirectUri: redirectUri(request) })

    app.get('/api/dam-settings', { schema: { response: { 200: DamSettings } } }, async (request) => present(request))

    app.post(
      '/api/dam-settings/authenticate',
      { schema: { body: DamFields, response: { 200: Authentication } } },
      async (request, reply) => {
        const { sessionDigest } = settingsAdmin(deps, request)
        const asked = { typed: request.body, sessionDigest, redirectUri: redirectUri(request) }
        const { location, browserToken } = await beginAuthentication(settings, asked)
        setAuthorizationCookie(request, reply, browserToken)
        return { location }
      },
    )

    app.put('/api/dam-settings', { schema: { body: DamFields, response: { 200: DamSettings } } }, async (request) => {
      settingsAdmin(deps, request)
      saveConnection(settings, request.body)
      return present(request)
    })

    /** Back to what was saved. */
    app.delete('/api/dam-settings/draft', { schema: { response: { 200: DamSettings } } }, async (request) => {
      settingsAdmin(deps, request)
      stores.state.atomically(() => {
        stores.connections.remove('draft')
        stores.grants.sweep()
      })
      return present(request)
    })

    app.post('/api/dam-settings/test', { schema: { response: { 200: ConnectionTest } } }, async (request) => {
      settingsAdmin(deps, request)
      const result = await testConnection(settings, AbortSignal.timeout(120_000))
      const { isGood, sentence } = result
      return result.isGood
        ? { isGood, sentence, eligible: result.eligible, problem: null }
        : { isGood, sentence, eligible: null, problem: result.problem }
    })
  }

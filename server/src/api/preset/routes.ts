import { PresetList } from '@descant/contract'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { refusals } from '../http/refusals.ts'

/** #23: the sizes to download pictures in. They are made in the web application's settings. */
export function presetRoutes(app: App, deps: ApiDeps): void {
  app.get(
    '/api/v1/tenant/download/presets',
    {
      onRequest: authenticate(deps),
      config: { rateLimit: { method: '#23', perMinute: 500 } },
      schema: { summary: 'Sizes to download pictures in', tags: ['Files'], response: { 200: PresetList, ...refusals } },
    },
    async (request) => {
      const { library, portal } = callerOf(request)
      const presets = await library.read.presets.all()
      return presets.filter((preset) => (portal === null ? preset.mainLibraryEnabled : preset.portalEnabled))
    },
  )
}

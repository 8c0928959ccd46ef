import { AccountSettings, ChangeSettingsBody } from '@descant/contract'
import { changeSettings } from '../../../domain/setting/change-settings.ts'
import type { LibrarySettings } from '../../../domain/setting/library-settings.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

/** Settings → Library: seen by everyone who signs in, because pages follow them; changed by administrators. */
export function settingsRoutes(app: App, deps: ApiDeps): void {
  const inWebApplication = [authenticate(deps), requireWebApplication]

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.get(
      '/web/v1/settings',
      { onRequest: inWebApplication, schema: { response: { 200: AccountSettings, ...refusals } } },
      async (request) => presentSettings(await callerOf(request).library.read.settings.read()),
    )

    scope.put(
      '/web/v1/settings',
      {
        onRequest: [...inWebApplication, requireRole('admin')],
        schema: { body: ChangeSettingsBody, response: { 200: AccountSettings, ...refusals } },
      },
      async (request) => {
        const given = Object.fromEntries(Object.entries(request.body).filter(([name]) => Object.hasOwn(shown, name)))
        return presentSettings(await changeSettings({ ...deps, library: callerOf(request).library }, given))
      },
    )
  })
}

const shown = AccountSettings.properties

const presentSettings = ({
  approvalProcess,
  drm,
  metadataInDownloads,
  newKeywordsFromFiles,
}: LibrarySettings): AccountSettings => ({ approvalProcess, drm, metadataInDownloads, newKeywordsFromFiles })

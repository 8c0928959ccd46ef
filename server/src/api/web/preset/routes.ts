import { Preset, PresetBody, PresetSettings } from '@descant/contract'
import { Type } from 'typebox'
import type { NewPreset } from '../../../domain/preset/checked-preset.ts'
import { createPreset } from '../../../domain/preset/create-preset.ts'
import type { PresetId } from '../../../domain/preset/preset.ts'
import { deletePreset, updatePreset } from '../../../domain/preset/update-preset.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { Nothing } from '../../http/nothing.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

const ById = Type.Object({ id: Type.String() })

/** Settings → Presets, for administrators. */
export function presetSettingsRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireWebApplication, requireRole('admin')]

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.get(
      '/web/v1/presets',
      { onRequest, schema: { response: { 200: PresetSettings, ...refusals } } },
      async (request) => ({ results: await callerOf(request).library.read.presets.all() }),
    )

    scope.post(
      '/web/v1/presets',
      { onRequest, schema: { body: PresetBody, response: { 200: Preset, ...refusals } } },
      (request) => createPreset({ ...deps, library: callerOf(request).library }, presetOf(request.body)),
    )

    scope.put(
      '/web/v1/presets/:id',
      { onRequest, schema: { params: ById, body: PresetBody, response: { 200: Preset, ...refusals } } },
      (request) =>
        updatePreset(
          { library: callerOf(request).library },
          { id: request.params.id as PresetId, ...presetOf(request.body) },
        ),
    )

    scope.delete(
      '/web/v1/presets/:id',
      { onRequest, schema: { params: ById, response: { 200: Nothing, ...refusals } } },
      async (request, reply) => {
        await deletePreset({ library: callerOf(request).library }, request.params.id as PresetId)
        return reply.send()
      },
    )
  })
}

const presetOf = (body: PresetBody): NewPreset => ({
  name: body.name,
  description: body.description ?? '',
  width: body.width,
  height: body.height,
  keepAspectRatio: body.keepAspectRatio ?? false,
  mainLibraryEnabled: body.mainLibraryEnabled ?? true,
  portalEnabled: body.portalEnabled ?? true,
})

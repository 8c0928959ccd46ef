import { CreateCustomFieldBody, CustomFieldList, UpdateCustomFieldBody } from '@descant/contract'
import { Type } from 'typebox'
import { createCustomField } from '../../domain/custom-field/create-custom-field.ts'
import { deleteCustomField } from '../../domain/custom-field/delete-custom-field.ts'
import { updateCustomField } from '../../domain/custom-field/update-custom-field.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { Nothing } from '../http/nothing.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { presentCustomField } from './present-custom-field.ts'

/** #34 what an account asks of its assets, and #42, #43, #43a, with which administrators change it. */
export function customFieldRoutes(app: App, deps: ApiDeps): void {
  const onRequest = authenticate(deps)
  const mayChange = [onRequest, requireRole('admin')]
  const path = '/api/v1/custom/field'

  app.get(
    path,
    {
      onRequest,
      config: { rateLimit: { method: '#34', perMinute: 500 } },
      schema: { summary: 'Custom fields', tags: ['Custom fields'], response: { 200: CustomFieldList, ...refusals } },
    },
    async (request) => (await callerOf(request).library.read.customFields.all()).map(presentCustomField),
  )

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.post(
      path,
      {
        onRequest: mayChange,
        config: { rateLimit: { method: '#42', perMinute: 500 } },
        schema: {
          summary: 'Add a custom field',
          tags: ['Custom fields'],
          example: { body: { name: 'Season', type: 'TEXT' } },
          body: CreateCustomFieldBody,
          response: { 200: Nothing, ...refusals },
        },
      },
      async (request, reply) => {
        const { name, type, description, values } = request.body
        const asked = { name, type, description: description ?? '', choices: values ?? undefined }
        await createCustomField({ ...deps, library: callerOf(request).library }, asked)
        return reply.send()
      },
    )

    scope.put(
      path,
      {
        onRequest: mayChange,
        config: { rateLimit: { method: '#43', perMinute: 500 } },
        schema: {
          summary: 'Change a custom field',
          tags: ['Custom fields'],
          example: { body: { id: 'meta_choice_0', name: 'Product' } },
          body: UpdateCustomFieldBody,
          response: { 200: Nothing, ...refusals },
        },
      },
      async (request, reply) => {
        const { id, name, description, values } = request.body
        // the published example has a space before the id
        const asked = { id: id.trim(), name, description: description ?? '', choices: values ?? undefined }
        await updateCustomField({ ...deps, library: callerOf(request).library }, asked)
        return reply.send()
      },
    )

    scope.delete(
      `${path}/:id`,
      {
        onRequest: mayChange,
        config: { rateLimit: { method: '#43a', perMinute: 500 } },
        schema: {
          summary: 'Delete a custom field',
          tags: ['Custom fields'],
          example: { path: { id: 'meta_choice_0' } },
          params: Type.Object({ id: Type.String() }),
          response: { 200: Nothing, ...refusals },
        },
      },
      async (request, reply) => {
        await deleteCustomField({ ...deps, library: callerOf(request).library }, request.params.id)
        return reply.send()
      },
    )
  })
}

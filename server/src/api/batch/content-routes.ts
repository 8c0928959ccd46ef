import { BatchContent, BatchDeleted, ContentsBody } from '@descant/contract'
import { deleteCollections } from '../../domain/collection/delete-collections.ts'
import { moveToTrash } from '../../domain/trash/move-to-trash.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import type { ContentDeps } from '../http/content-deps.ts'
import { mayBeShown } from '../http/may-be-shown.ts'
import { presentingFor } from '../http/presenting.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { parseContentsBody, type Reference } from './parse-contents.ts'

/** Later than v1.23: details of several assets, and deleting several assets, folders or albums. */
export function batchContentRoutes(app: App, deps: ContentDeps): void {
  const onRequest = authenticate(deps)
  const mayEdit = [onRequest, requireRole('contributor')]
  const deleting = { body: ContentsBody, response: { 200: BatchDeleted, ...refusals } }

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.post(
      '/api/v1/batch/content',
      {
        onRequest,
        config: { rateLimit: { method: '#batch-content', perMinute: 200 } },
        schema: {
          summary: 'Details of several assets',
          tags: ['Batch'],
          body: ContentsBody,
          response: { 200: BatchContent, ...refusals },
        },
      },
      async (request): Promise<BatchContent> => {
        const { library, role } = callerOf(request)
        const contents = parseContentsBody(request.body)
        const ids = contents.map(({ id }) => id)
        const found = await deps.details.of(library, ids, await presentingFor(request, deps))
        const shown = new Map(
          found.filter((details) => mayBeShown(role, details)).map((one) => [one.id as string, one]),
        )
        const isThere = ({ id, scheme }: Reference) => shown.get(id)?.scheme === scheme
        return {
          docResult: contents.filter(isThere).flatMap(({ id }) => shown.get(id) ?? []),
          failed: contents.filter((reference) => !isThere(reference)),
        }
      },
    )

    scope.delete(
      '/api/v1/batch/content',
      {
        onRequest: mayEdit,
        config: { rateLimit: { method: '#batch-content-delete', perMinute: 200 } },
        schema: { summary: 'Move several assets to the trash', tags: ['Batch'], ...deleting },
      },
      async (request): Promise<BatchDeleted> => {
        const { library, role } = callerOf(request)
        const contents = parseContentsBody(request.body)
        return presentDeleted(contents, { missing: await moveToTrash({ ...deps, library }, { contents, role }) })
      },
    )

    scope.delete(
      '/api/v1/batch/folder',
      {
        onRequest: mayEdit,
        config: { rateLimit: { method: '#batch-folder-delete', perMinute: 200 } },
        schema: {
          summary: 'Delete folders and albums',
          tags: ['Folders and albums'],
          example: { body: [{ id: 'SIR13', scheme: 'album' }] },
          ...deleting,
        },
      },
      async (request): Promise<BatchDeleted> => {
        const { library } = callerOf(request)
        const contents = parseContentsBody(request.body)
        return presentDeleted(contents, await deleteCollections({ ...deps, library }, contents))
      },
    )
  })
}

/** Who may not delete at all gets 403; `kept` is what a portal keeps. */
const presentDeleted = (
  contents: readonly Reference[],
  { missing, kept = [] }: { missing: readonly string[]; kept?: readonly string[] },
): BatchDeleted => ({
  status: missing.length + kept.length === 0 ? 'success' : 'fail',
  deleteFail: contents.filter(({ id }) => missing.includes(id)),
  permissionFail: contents.filter(({ id }) => kept.includes(id)),
})

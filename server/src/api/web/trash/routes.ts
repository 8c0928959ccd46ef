import { EraseBody, Erased, RestoreBody, Restored, type TrashEntry, TrashList, TrashQuery } from '@descant/contract'
import type { FastifyRequest } from 'fastify'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { NotAllowed } from '../../../domain/domain-error.ts'
import { eraseNow } from '../../../domain/trash/erase-now.ts'
import { restoreFromTrash } from '../../../domain/trash/restore-from-trash.ts'
import { awaitsErasingBefore, keepTrashedMs, type TrashedAsset } from '../../../domain/trash/trash.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import type { ContentDeps } from '../../http/content-deps.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'
import { originOf } from '../../http/request-account.ts'
import { toWireTime } from '../../http/wire-time.ts'

/** What was deleted in the last 30 days, for those who delete; of the whole library, so in no portal. */
export function trashRoutes(app: App, deps: ContentDeps): void {
  const onRequest = [authenticate(deps), requireWebApplication, requireRole('contributor'), refuseInPortal]

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.get(
      '/web/v1/trash',
      { onRequest, schema: { querystring: TrashQuery, response: { 200: TrashList, ...refusals } } },
      async (request): Promise<TrashList> => {
        const { start = 0, limit = 100 } = request.query
        const { library, account } = callerOf(request)
        const since = awaitsErasingBefore(deps.clock.now())
        const { found, assets } = await library.read.trash.list({ since, start, limit })
        const origin = originOf(request, deps)
        const results = assets.map((asset) => {
          const { id, name, currentId } = asset
          const subject = { accountId: account.id, assetId: id, versionId: currentId, fileName: name }
          return presentTrashed(asset, origin + deps.addresses.trashed(subject, thumbnailSize))
        })
        return { found, start, limit, results }
      },
    )

    scope.post(
      '/web/v1/trash/restore',
      { onRequest, schema: { body: RestoreBody, response: { 200: Restored, ...refusals } } },
      async (request): Promise<Restored> => {
        const { library } = callerOf(request)
        return { failed: await restoreFromTrash({ ...deps, library }, request.body.ids as AssetId[]) }
      },
    )

    const byAdministrators = [...onRequest, requireRole('admin')]
    scope.post(
      '/web/v1/trash/erase',
      { onRequest: byAdministrators, schema: { body: EraseBody, response: { 200: Erased, ...refusals } } },
      async (request): Promise<Erased> => ({
        erased: await eraseNow(callerOf(request), request.body.ids as AssetId[]),
      }),
    )

    scope.post(
      '/web/v1/trash/empty',
      { onRequest: byAdministrators, schema: { response: { 200: Erased, ...refusals } } },
      async (request): Promise<Erased> => ({ erased: await eraseNow(callerOf(request), 'everything') }),
    )
  })
}

async function refuseInPortal(request: FastifyRequest): Promise<void> {
  if (callerOf(request).portal !== null) throw new NotAllowed('The trash is for users of the whole library')
}

const thumbnailSize = 240

const presentTrashed = (
  { id, scheme, name, size, owner, ownerName, trashedAt }: TrashedAsset,
  preview: string,
): TrashEntry => ({
  id,
  scheme,
  name,
  size: String(size),
  owner,
  ownerName,
  preview,
  deleted: toWireTime(trashedAt),
  erased: toWireTime(trashedAt + keepTrashedMs),
})

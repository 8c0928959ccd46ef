import { RestoreBody, Restored, type TrashEntry, TrashList, TrashQuery } from '@descant/contract'
import type { FastifyRequest } from 'fastify'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { NotAllowed } from '../../../domain/domain-error.ts'
import { restoreFromTrash } from '../../../domain/trash/restore-from-trash.ts'
import { keepTrashedMs, type TrashedAsset } from '../../../domain/trash/trash.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'
import { toWireTime } from '../../http/wire-time.ts'

/** What was deleted in the last 30 days, for those who delete; of the whole library, so in no portal. */
export function trashRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireWebApplication, requireRole('contributor'), refuseInPortal]

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.get(
      '/web/v1/trash',
      { onRequest, schema: { querystring: TrashQuery, response: { 200: TrashList, ...refusals } } },
      async (request): Promise<TrashList> => {
        const { start = 0, limit = 100 } = request.query
        const { found, assets } = await callerOf(request).library.read.trash.list({ start, limit })
        return { found, start, limit, results: assets.map(presentTrashed) }
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
  })
}

async function refuseInPortal(request: FastifyRequest): Promise<void> {
  if (callerOf(request).portal !== null) throw new NotAllowed('The trash is for users of the whole library')
}

const presentTrashed = ({ id, scheme, name, size, owner, ownerName, trashedAt }: TrashedAsset): TrashEntry => ({
  id,
  scheme,
  name,
  size: String(size),
  owner,
  ownerName,
  deleted: toWireTime(trashedAt),
  erased: toWireTime(trashedAt + keepTrashedMs),
})

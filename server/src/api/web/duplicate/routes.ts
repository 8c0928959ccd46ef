import { DuplicateList, DuplicatesBody } from '@descant/contract'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { findDuplicates } from '../../../domain/asset/find-duplicates.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { refusals } from '../../http/refusals.ts'

/** Whether something that was just uploaded was in the library already. */
export function duplicateRoutes(app: App, deps: ApiDeps): void {
  app.post(
    '/web/v1/duplicates',
    {
      onRequest: [authenticate(deps), requireWebApplication, requireRole('contributor')],
      schema: { body: DuplicatesBody, response: { 200: DuplicateList, ...refusals } },
    },
    async (request) => {
      const { library, role } = callerOf(request)
      const ids = request.body.ids as AssetId[]
      const found = await findDuplicates(library.read, { ids, role }, deps.clock.now())
      return {
        results: found.map(({ id, others }) => ({
          id,
          others: others.map(({ id, scheme, name }) => ({ id, scheme, name })),
        })),
      }
    },
  )
}

import { ChangeCursor } from '@descant/contract'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { refusals } from '../../http/refusals.ts'

/** A page that was just loaded knows everything so far; the feed itself would begin with the oldest it has. */
export function changeCursorRoutes(app: App, deps: ApiDeps): void {
  app.get(
    '/web/v1/changes/cursor',
    {
      onRequest: [authenticate(deps), requireWebApplication],
      schema: { response: { 200: ChangeCursor, ...refusals } },
    },
    async (request): Promise<ChangeCursor> => ({
      cursor: String(await callerOf(request).library.read.changes.lastSeq()),
    }),
  )
}

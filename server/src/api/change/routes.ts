import { ChangeList, ChangesParameters } from '@descant/contract'
import { awaitChanges } from '../../domain/change/await-changes.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { identifyAgain } from '../http/identify.ts'
import { refusals } from '../http/refusals.ts'
import { parseChangesQuery } from './parse-changes-query.ts'
import { presentChanges } from './present-changes.ts'
import { waitingOn } from './waiting.ts'

const pageSize = 1000

/** `GET /api/v1/changes?since={cursor}&wait={seconds}` (contract §8). */
export function changeRoutes(app: App, deps: ApiDeps): void {
  const wait = waitingOn(app)

  app.get(
    '/api/v1/changes',
    {
      onRequest: authenticate(deps),
      config: { rateLimit: { method: '#changes', perMinute: 500 } },
      schema: {
        summary: 'What has changed since a cursor',
        tags: ['Changes'],
        asks: ChangesParameters,
        response: { 200: ChangeList, ...refusals },
      },
    },
    async (request, reply) => {
      const { since, waitSeconds } = parseChangesQuery(request.query)
      const { library, role } = callerOf(request)
      using waiting = wait(waitSeconds, reply)
      const asked = { since, limit: pageSize, role, until: waiting.until }
      const page = await awaitChanges({ ...deps, library }, asked)
      if (waitSeconds > 0) await identifyAgain(request, deps)
      return presentChanges(page)
    },
  )
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ActivityList, ActivityQuery } from './activity-wire.ts'
import type { ApiDeps } from './deps.ts'
import { signedIn } from './signed-in.ts'

const mostFailing = 100

export const activityRoutes =
  (deps: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { stores, replicator } = deps

    app.get(
      '/api/activity',
      { schema: { querystring: ActivityQuery, response: { 200: ActivityList } } },
      async (request) => {
        signedIn(deps, request)
        const { before = null, limit = 50 } = request.query
        const activities = stores.activities.list(before, limit)
        const { running, waiting } = replicator.progress()
        return {
          running: running.map(({ assetId, ...transfer }) => ({ id: assetId, ...transfer })),
          waiting,
          failing: stores.troubles.all(mostFailing).map(({ assetId, ...trouble }) => ({ id: assetId, ...trouble })),
          results: activities.map(({ assetId, ...activity }) => ({ ...activity, file: assetId })),
          before: activities.length < limit ? null : (activities.at(-1)?.id ?? null),
        }
      },
    )
  }

import { ActivityList, ActivityQuery, type ActivityReportName, activityReports } from '@descant/contract'
import { Type } from 'typebox'
import type { ActivityKind } from '../../domain/activity/activity.ts'
import { reportActivity } from '../../domain/activity/report-activity.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import { schemes } from '../../domain/asset/scheme.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import type { RateLimit } from '../http/rate-limits.ts'
import { refusals } from '../http/refusals.ts'
import { parseActivityQuery } from './parse-activity-query.ts'
import { presentActivity } from './present-activity.ts'

type Report = { method: RateLimit['method']; kind: ActivityKind | null; summary: string }

const reports: Record<ActivityReportName, Report> = {
  usagehistory: { method: '#30', kind: null, summary: 'Everything that was done with an asset' },
  shareactivity: { method: '#31', kind: 'shared', summary: 'How an asset was shared' },
  downloadactivity: { method: '#32', kind: 'downloaded', summary: 'Who downloaded an asset' },
  viewactivity: { method: '#33', kind: 'previewed', summary: 'Who looked at an asset' },
}

/** #30–#33. They name people, so they are for those who may edit the library. */
export function activityReportRoutes(app: App, deps: ApiDeps): void {
  for (const name of activityReports) {
    const { method, kind, summary } = reports[name]
    for (const scheme of schemes) {
      app.get(
        `/api/v1/${name}/${scheme}/:id`,
        {
          onRequest: [authenticate(deps), requireRole('contributor')],
          config: { rateLimit: { method, perMinute: 500 } },
          schema: {
            summary,
            tags: ['Reports'],
            params: Type.Object({ id: Type.String() }),
            querystring: ActivityQuery,
            response: { 200: ActivityList, ...refusals },
          },
        },
        async (request) => {
          const { library, role } = callerOf(request)
          const { id } = request.params
          const query = parseActivityQuery(request.query)
          const asked = { ...query, kind, scheme, id: id as AssetId, role }
          return presentActivity(await reportActivity({ ...deps, library }, asked), query)
        },
      )
    }
  }
}

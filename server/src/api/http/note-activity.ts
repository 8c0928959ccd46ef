import type { FastifyRequest } from 'fastify'
import type { ActivityKind } from '../../domain/activity/activity.ts'
import { doerOf } from '../../domain/activity/doer.ts'
import type { Asset } from '../../domain/asset/asset.ts'
import type { ApiDeps } from './api-deps.ts'
import { callerOf } from './caller.ts'

/**
 * For the reports: the caller looks at an asset or fetches it. Said where somebody is sent to bytes, because the
 * addresses that give them name nobody. `HEAD` only asks.
 */
export function noteActivity(
  request: FastifyRequest,
  { recentActivity, clock }: Pick<ApiDeps, 'recentActivity' | 'clock'>,
  { asset, kind, detail = '' }: { asset: Pick<Asset, 'id' | 'scheme'>; kind: ActivityKind; detail?: string },
): void {
  if (request.method === 'HEAD') return
  const { library, user } = callerOf(request)
  const by = doerOf(user)
  recentActivity.note(library, { assetId: asset.id, scheme: asset.scheme, kind, by, time: clock.now(), detail })
}

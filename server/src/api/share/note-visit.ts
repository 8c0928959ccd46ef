import type { FastifyRequest } from 'fastify'
import type { ActivityKind } from '../../domain/activity/activity.ts'
import type { Asset } from '../../domain/asset/asset.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { Share } from '../../domain/sharing/share.ts'
import type { ApiDeps } from '../http/api-deps.ts'

type Visit = { library: Library; share: Share; asset: Asset; kind: ActivityKind; detail?: string }

/** For the reports: somebody nobody knows, who came by this person's link. */
export function noteVisit(
  request: FastifyRequest,
  { recentActivity, clock }: Pick<ApiDeps, 'recentActivity' | 'clock'>,
  { library, share, asset, kind, detail = '' }: Visit,
): void {
  if (request.method === 'HEAD') return
  const by = { name: `Visitor by a link of ${share.createdByName}`, email: '' }
  recentActivity.note(library, { assetId: asset.id, scheme: asset.scheme, kind, by, time: clock.now(), detail })
}

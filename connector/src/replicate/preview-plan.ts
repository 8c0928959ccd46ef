import { carriesKeyword } from '../provider/carries-keyword.ts'
import type { Dam, DamAsset } from '../provider/dam.ts'
import type { HeldStore } from '../state/held-files.ts'
import { type Action, plan } from './plan.ts'

export type PlanPreview = {
  eligible: number
  actions: { does: Action['does']; id: string; name: string; size: number }[]
}

/** What a sync would do now; changes nothing. */
export async function previewPlan(
  { dam, held, keyword }: { dam: Dam; held: HeldStore; keyword: string },
  signal: AbortSignal,
): Promise<PlanPreview> {
  const { feed } = await dam.changes(null, { waitSeconds: 0, signal })
  const eligible = new Map<string, DamAsset>()
  for await (const asset of dam.mayCarry(keyword, { hasFeed: feed !== 'unknown', signal })) {
    if (carriesKeyword(asset, keyword)) eligible.set(asset.id, asset)
  }
  const actions = plan([...eligible.values()], held.all()).map(({ does, asset: { id, name, size } }) => ({
    does,
    id,
    name,
    size,
  }))
  return { eligible: eligible.size, actions }
}

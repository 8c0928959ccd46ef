import { isDeepStrictEqual } from 'node:util'
import { carriesKeyword } from '../provider/carries-keyword.ts'
import type { Dam, DamAsset } from '../provider/dam.ts'
import type { Stores } from '../state/stores.ts'
import type { Importer } from './importer.ts'

export type LookDeps = Pick<Stores, 'seen' | 'held' | 'troubles'> & {
  dam: Dam
  importer: Pick<Importer, 'consider'>
  keyword: string
}

const batchSize = 100
const questionsAtOnce = 6
const wasRetagged = 'It does not carry the keyword any more.'
const wasDeleted = 'It is not in Canto any more, or may not be seen.'

/** Asks for every eligible file. Absence from a list proves nothing, so whatever is missing is asked for by itself. */
export async function lookAtEverything(
  deps: LookDeps,
  { hasFeed, signal }: { hasFeed: boolean; signal: AbortSignal },
): Promise<void> {
  const { dam, seen, held, importer, keyword } = deps
  const round = seen.lastRound() + 1
  let batch: DamAsset[] = []
  for await (const asset of dam.mayCarry(keyword, { hasFeed, signal })) {
    if (carriesKeyword(asset, keyword)) batch.push(asset)
    if (batch.length < batchSize) continue
    note(deps, batch, round)
    batch = []
  }
  note(deps, batch, round)

  const missing = seen.missingSince(round)
  const doubtful = missing.filter((asset) => carriesKeyword(asset, keyword))
  for (const asset of missing) {
    if (!carriesKeyword(asset, keyword)) letGo(deps, asset.id, wasRetagged)
  }
  await lookAtEach(deps, doubtful, signal)
  importer.consider(held.all().map(({ asset }) => asset.id))
}

/** Asks for these files by themselves. */
export async function lookAtEach(
  deps: LookDeps,
  references: { id: string; scheme: string }[],
  signal: AbortSignal,
): Promise<void> {
  const queue = references.values()
  const askInTurn = async () => {
    for (const reference of queue) await lookAt(deps, reference, signal)
  }
  const asked = await Promise.allSettled(Array.from({ length: questionsAtOnce }, askInTurn))
  const failure = asked.find((result) => result.status === 'rejected')
  if (failure) throw failure.reason
}

export async function lookAt(
  deps: LookDeps,
  reference: { id: string; scheme: string },
  signal: AbortSignal,
): Promise<void> {
  const asset = await deps.dam.find(reference, signal)
  if (asset === null) letGo(deps, reference.id, wasDeleted)
  else if (!carriesKeyword(asset, deps.keyword)) letGo(deps, reference.id, wasRetagged)
  else note(deps, [asset], deps.seen.lastRound())
}

function note({ seen, troubles, importer }: LookDeps, assets: DamAsset[], round: number): void {
  const changed = assets.filter((asset) => !isDeepStrictEqual(asset, seen.find(asset.id)))
  seen.note(assets, round)
  // something new is known of it: the reason it failed before may be gone
  for (const { id } of changed) if (troubles.find(id)) troubles.clear(id)
  importer.consider(assets.map(({ id }) => id))
}

function letGo({ seen, troubles, importer }: LookDeps, assetId: string, because: string): void {
  seen.forget(assetId)
  troubles.clear(assetId)
  importer.consider([assetId], because)
}

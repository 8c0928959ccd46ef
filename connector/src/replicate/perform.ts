import type { Clock } from '../clock.ts'
import { fileKey } from '../library/file-keys.ts'
import type { FileStore } from '../library/file-store.ts'
import { pictureType } from '../library/picture-type.ts'
import type { Dam, DamAsset } from '../provider/dam.ts'
import type { ActivityKind } from '../state/activities.ts'
import type { Stores } from '../state/stores.ts'
import { fetchOriginal } from './fetch-original.ts'
import { type Action, isSameVersion } from './plan.ts'

export type PerformDeps = Pick<Stores, 'state' | 'seen' | 'held' | 'downloads' | 'activities'> & {
  dam: Dam
  files: FileStore
  clock: Clock
}
export type PerformOptions = {
  signal: AbortSignal
  onProgress: (received: number) => void
  /** Why a file leaves, in a sentence. */
  because: string
}
/** `later`: nothing went wrong, but it is worth another try in a while. */
export type Performed = ActivityKind | 'drawn' | 'overtaken' | 'later'

/** Does one planned thing. May be killed at any line: what is not in the state did not happen, and is planned again. */
export async function perform(deps: PerformDeps, action: Action, options: PerformOptions): Promise<Performed> {
  const { asset } = action
  switch (action.does) {
    case 'fetch':
      return takeIn(deps, asset, 'imported', options)
    case 'fetch-version':
      return takeIn(deps, asset, 'new-version', options)
    case 'restore':
      return describe(deps, asset, 'restored', null)
    case 'rename':
      return describe(deps, asset, 'renamed', action.from)
    case 'update':
      return describe(deps, asset, 'updated', null)
    case 'drop':
      return drop(deps, asset, options.because)
    case 'draw':
      return draw(deps, asset, options.signal)
  }
}

async function takeIn(
  { state, seen, held, activities, files, clock, ...deps }: PerformDeps,
  asset: DamAsset,
  kind: 'imported' | 'new-version',
  { signal, onProgress }: PerformOptions,
): Promise<Performed> {
  const bytes = await fetchOriginal({ files, ...deps }, asset, { signal, onProgress })
  const kept = state.atomically(() => {
    const current = seen.find(asset.id)
    // while the bytes came, the keyword may have gone or a newer version arrived
    if (!current || !isSameVersion(current, asset)) return null
    const result = held.put(current, bytes, clock.now())
    activities.add({ at: clock.now(), kind, assetId: asset.id, name: result.displayName, detail: null })
    return result
  })
  if (kept === null) {
    await files.remove(bytes.file)
    return 'overtaken'
  }
  for (const file of kept.replaced) await files.remove(file)
  return kind
}

function describe(
  { state, held, activities, clock }: PerformDeps,
  asset: DamAsset,
  kind: 'restored' | 'renamed' | 'updated',
  detail: string | null,
): Performed {
  state.atomically(() => {
    const { displayName } = held.describe(asset, clock.now())
    activities.add({ at: clock.now(), kind, assetId: asset.id, name: displayName, detail })
  })
  return kind
}

function drop({ state, held, activities, clock }: PerformDeps, asset: DamAsset, because: string): Performed {
  state.atomically(() => {
    const name = held.find(asset.id)?.displayName ?? asset.name
    held.remove(asset.id, because, clock.now())
    activities.add({ at: clock.now(), kind: 'removed', assetId: asset.id, name, detail: because })
  })
  return 'removed'
}

/** A picture beside the file. Without one the library shows an icon, so this never counts as a failure. */
async function draw({ dam, files, held }: PerformDeps, asset: DamAsset, signal: AbortSignal): Promise<Performed> {
  const bytes = await dam.preview(asset, signal)
  if (!bytes || !pictureType(bytes)) {
    held.drawn(asset.id, null)
    return 'later'
  }
  const key = `${fileKey(asset)}.thumbnail`
  await files.put(key, bytes)
  held.drawn(asset.id, key)
  return 'drawn'
}

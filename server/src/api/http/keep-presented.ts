import { type AssetId, hasExpired } from '../../domain/asset/asset.ts'
import type { AssetStore } from '../../domain/asset/asset-store.ts'
import type { BriefAsset } from '../../domain/asset/brief-asset.ts'
import { followChanges } from '../../domain/change/follow-changes.ts'
import type { CollectionTree } from '../../domain/collection/collection-tree.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { LibraryProfile } from '../../domain/setting/library-profiles.ts'
import { inPieces } from './in-pieces.ts'
import type { Presenting } from './present-content.ts'
import { keepJson } from './stringify-answer.ts'

/**
 * Assets as answers show them, kept from answer to answer. An entry is good while nothing it shows can differ: the
 * asset has not changed (the change log tells), nor have its albums, the library's settings and custom fields, the
 * origin and the signed addresses.
 */
export type KeptPresentations<Shown> = {
  /** In the order asked; ids that are not there are left out. */
  of(library: Library, ids: readonly AssetId[], presenting: Presenting): Promise<Shown[]>
}

type Kept<Shown> = {
  shown: Shown
  origin: string
  addressesUntil: number
  until: number
  tree: CollectionTree | null
  profile: LibraryProfile
}
/** A millisecond or so of the only thread: who asks for one asset need not wait until a page of them is put together. */
const readAtOnce = 100
const presentedAtOnce = 50

type Shelf<Shown> = { told: number; kept: Map<AssetId, Kept<Shown>> }

export function keepPresented<Found extends BriefAsset, Shown extends object>({
  most,
  read,
  present,
}: {
  /** Entries per library, a few kB each. */
  most: number
  /** As much of assets as is shown; the unknown left out. */
  read: (assets: AssetStore, ids: readonly AssetId[]) => Promise<Found[]>
  present: (asset: Found, presenting: Presenting, library: Library) => Promise<Shown>
}): KeptPresentations<Shown> {
  // consumers see other sizes of albums: each half would throw out what the other keeps
  const [all, consumers] = [new WeakMap<Library, Shelf<Shown>>(), new WeakMap<Library, Shelf<Shown>>()]
  const follow = followChanges((library, happened) => {
    for (const shelf of [all.get(library), consumers.get(library)]) {
      if (!shelf) continue
      shelf.told++
      if (happened === 'anything') shelf.kept.clear()
      else for (const { id } of happened) shelf.kept.delete(id as AssetId)
    }
  })

  return {
    async of(library, ids, presenting) {
      const shelves = presenting.forConsumers ? consumers : all
      const shelf = shelves.get(library) ?? { told: 0, kept: new Map() }
      shelves.set(library, shelf)
      await follow(library)

      // asked once, and before anything is signed: what is signed in the next ten minutes is then only kept too shortly
      const addressesUntil = presenting.addresses.expiry()
      const shown = ids.map((id) => {
        const kept = shelf.kept.get(id)
        return kept && isGood(kept, presenting, addressesUntil) ? kept.shown : undefined
      })
      const missing = ids.filter((_id, at) => shown[at] === undefined)
      const found = new Map<AssetId, Shown>()
      const next = missing.length > 1 ? inPieces() : () => undefined
      for (let at = 0; at < missing.length; at += readAtOnce) {
        await next()
        const { told } = shelf
        const assets = await read(library.read.assets, missing.slice(at, at + readAtOnce))
        for (const [number, asset] of assets.entries()) {
          if (number % presentedAtOnce === 0) await next()
          const fresh = keepJson(await present(asset, presenting, library))
          found.set(asset.id, fresh)
          // read before a change that was told meanwhile: good for this answer, not for the next
          const entry = { shown: fresh, addressesUntil, ...conditions(asset, presenting) }
          if (shelf.told === told) put(shelf, asset.id, entry, most)
        }
      }
      return ids.map((id, at) => shown[at] ?? found.get(id)).filter((one) => one !== undefined)
    },
  }
}

const conditions = (
  asset: BriefAsset,
  { now, origin, tree, profile }: Presenting,
): Omit<Kept<never>, 'shown' | 'addressesUntil'> => ({
  origin,
  profile,
  until: asset.expiresAt === null || hasExpired(asset, now) ? Number.POSITIVE_INFINITY : asset.expiresAt,
  tree: asset.albumIds.length > 0 ? tree : null,
})

const isGood = (kept: Kept<unknown>, { origin, now, tree, profile }: Presenting, addressesUntil: number): boolean =>
  kept.origin === origin &&
  kept.profile === profile &&
  kept.addressesUntil === addressesUntil &&
  now < kept.until &&
  (kept.tree === null || kept.tree === tree)

/** Of too many the ones that came first leave, a tenth at once: looking for the first takes longer than letting it go. */
function put<Shown>({ kept }: Shelf<Shown>, id: AssetId, entry: Kept<Shown>, most: number): void {
  kept.delete(id)
  kept.set(id, entry)
  if (kept.size <= most) return
  for (const first of kept.keys()) {
    if (kept.size <= most * 0.9) return
    kept.delete(first)
  }
}

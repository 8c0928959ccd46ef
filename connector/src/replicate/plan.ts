import { isDeepStrictEqual } from 'node:util'
import type { DamAsset } from '../provider/dam.ts'

/** A file in the library, as far as planning is concerned. */
export type HeldFile = {
  /** What the DAM said when the file was brought up to date. */
  asset: DamAsset
  /** It left "DAM Import", and its bytes are kept for a while. */
  isRemoved: boolean
  /** Nothing was drawn yet, and it is worth another try. */
  wantsThumbnail: boolean
}

export type Action =
  | { does: 'fetch' | 'fetch-version' | 'restore' | 'update' | 'draw'; asset: DamAsset }
  | { does: 'rename'; asset: DamAsset; from: string }
  | { does: 'drop'; asset: DamAsset }

/** What to do, at most one thing per file, so that the library holds exactly the eligible files as they are. */
export function plan(eligible: DamAsset[], held: HeldFile[]): Action[] {
  const heldById = new Map(held.map((file) => [file.asset.id, file]))
  const eligibleById = new Map(eligible.map((asset) => [asset.id, asset]))
  const toKeep = [...eligibleById.values()].map((asset) => planFile(asset, heldById.get(asset.id) ?? null))
  const toDrop = held.filter((file) => !eligibleById.has(file.asset.id)).map((file) => planFile(null, file))
  return [...toKeep, ...toDrop].filter((action) => action !== null)
}

/** The one thing to do about one file: what the DAM says of it (`null`: not eligible), what we hold of it. */
export function planFile(asset: DamAsset | null, held: HeldFile | null): Action | null {
  if (asset === null) return held && !held.isRemoved ? { does: 'drop', asset: held.asset } : null
  if (held === null) return { does: 'fetch', asset }
  if (!isSameVersion(asset, held.asset)) return { does: held.isRemoved ? 'fetch' : 'fetch-version', asset }
  if (held.isRemoved) return { does: 'restore', asset }
  if (asset.name !== held.asset.name) return { does: 'rename', asset, from: held.asset.name }
  if (!isDeepStrictEqual(detailsOf(asset), detailsOf(held.asset))) return { does: 'update', asset }
  return held.wantsThumbnail ? { does: 'draw', asset } : null
}

/** Same bytes, as far as the DAM tells: some answers leave the checksum out. */
export function isSameVersion(one: DamAsset, other: DamAsset): boolean {
  const isSameSum = one.md5 === other.md5 || one.md5 === null || other.md5 === null
  return isSameSum && one.lastUploaded === other.lastUploaded && one.size === other.size
}

/** Addresses are left out: they may be signed anew in every answer. */
const detailsOf = ({ scheme, keywords, tags, description, owner, width, height, pageUrl }: DamAsset) => ({
  scheme,
  keywords,
  tags,
  description,
  owner,
  width,
  height,
  pageUrl,
})

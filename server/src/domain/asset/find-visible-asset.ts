import { maySee } from '../access/may-see.ts'
import { NotFound } from '../domain-error.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { Role } from '../user/user.ts'
import { type Asset, type AssetId, hasExpired } from './asset.ts'
import type { Scheme } from './scheme.ts'

/** An asset as an address names it, and who asks. */
export type AssetAddress = { scheme: Scheme; id: AssetId; role: Role }

/** The asset; `NotFound` where there is none, where it is of another scheme, and where this role may not see it. */
export async function findVisibleAsset(
  { assets }: Pick<LibraryStores, 'assets'>,
  { scheme, id, role }: AssetAddress,
  now: number,
): Promise<Asset> {
  const [asset] = await assets.findMany([id])
  if (!asset || asset.scheme !== scheme || !isVisibleTo(role, asset, now)) throw new NotFound(`${scheme} ${id}`)
  return asset
}

export const isVisibleTo = (role: Role, asset: Pick<Asset, 'approval' | 'expiresAt'>, now: number): boolean =>
  maySee(role, { approval: asset.approval, expired: hasExpired(asset, now) })

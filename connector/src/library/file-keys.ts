import { createHash } from 'node:crypto'
import type { DamAsset } from '../provider/dam.ts'

/**
 * Where a version of a file lies. Ids come from elsewhere, so they are hashed: no name of theirs becomes a path, and
 * the same version always has the same place, which is how a download cut off is found again.
 */
export function fileKey({ id, lastUploaded, md5, size }: DamAsset): string {
  const [asset, version] = [shortHash(id), shortHash(`${lastUploaded} ${md5 ?? ''} ${size}`)]
  return `${asset.slice(0, 2)}/${asset}.${version}`
}

/** Where the same version is put together. */
export const partName = (asset: DamAsset): string => `${fileKey(asset).slice(3)}.part`

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

import type { AssetId } from '../asset/asset.ts'
import type { Version, VersionId } from '../asset/version.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { type DrawnFile, drawnFile } from '../rendition/drawn-file.ts'
import { awaitsErasingBefore } from './trash.ts'

/** Something in the trash that can still come back, to be looked at. */
export async function findTrashed(
  { library: { read }, clock }: { library: Library; clock: Clock },
  { assetId, versionId }: { assetId: AssetId; versionId: VersionId },
): Promise<{ version: Version; drawn: DrawnFile } | undefined> {
  const [asset] = await read.trash.findMany([assetId])
  if (!asset || asset.trashedAt < awaitsErasingBefore(clock.now())) return undefined
  const version = await read.trash.currentOf(assetId)
  return version?.id === versionId ? { version, drawn: drawnFile(asset, version) } : undefined
}

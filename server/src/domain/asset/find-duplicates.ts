import type { LibraryStores } from '../ports/library.ts'
import type { Role } from '../user/user.ts'
import type { Asset, AssetId } from './asset.ts'
import { isVisibleTo } from './find-visible-asset.ts'

/** Assets with others that are the very same file now, as far as this role may see them. */
export async function findDuplicates(
  { assets }: Pick<LibraryStores, 'assets'>,
  { ids, role }: { ids: readonly AssetId[]; role: Role },
  now: number,
): Promise<{ id: AssetId; others: Asset[] }[]> {
  const asked = (await assets.findMany([...new Set(ids)])).filter((asset) => isVisibleTo(role, asset, now))
  const contents = [...new Set(asked.map(({ current }) => current.sha256))]
  const sameIds = await Promise.all(contents.map((sha256) => assets.findByContent(sha256)))
  const same = await assets.findMany([...new Set(sameIds.flat())])

  return asked
    .map(({ id, current }) => ({
      id,
      others: same.filter(
        (other) => other.id !== id && other.current.sha256 === current.sha256 && isVisibleTo(role, other, now),
      ),
    }))
    .filter(({ others }) => others.length > 0)
}

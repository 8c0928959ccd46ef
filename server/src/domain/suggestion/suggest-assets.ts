import { maySee } from '../access/may-see.ts'
import { sightOf } from '../access/sight-of.ts'
import { hasExpired } from '../asset/asset.ts'
import type { BriefAsset } from '../asset/brief-asset.ts'
import type { Library } from '../ports/library.ts'
import { foldWords, isCjk } from '../search/fold-words.ts'
import { foldSpaced } from '../search/parse-keyword.ts'
import type { Term } from '../search/search-query.ts'
import type { Searches } from '../search/searches.ts'
import type { Role } from '../user/user.ts'

export type Asking = { library: Library; searches: Searches; role: Role; now: number }

/** Assets whose name has the words that were typed one after the other, of which the last may go on; by name. */
export async function suggestAssets(
  { library, searches, role, now }: Asking,
  typed: string,
  limit: number,
): Promise<BriefAsset[]> {
  const term = termOf(typed)
  if (term === null) return []
  const { ids } = await searches.search(library, {
    text: { terms: [term], match: 'all', fields: { names: ['filename'], match: 'all' }, exact: null },
    values: {},
    ranges: {},
    albums: null,
    sees: sightOf(role),
    sortBy: 'name',
    ascending: true,
    start: 0,
    limit,
    facets: false,
    now,
  })
  const assets = await library.read.assets.findBriefs(ids)
  // some may have been hidden after the search looked
  return assets.filter((asset) => maySee(role, { approval: asset.approval, expired: hasExpired(asset, now) }))
}

function termOf(typed: string): Term | null {
  if (isCjk(typed)) return { kind: 'substring', text: foldSpaced(typed) }
  const words = foldWords(typed)
  return words.length > 0 ? { kind: 'prefix', words } : null
}

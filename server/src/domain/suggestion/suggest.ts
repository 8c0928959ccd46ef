import { sightOf } from '../access/sight-of.ts'
import type { CollectionTree } from '../collection/collection-tree.ts'
import { type Asking, suggestAssets } from './suggest-assets.ts'
import { suggestCollections } from './suggest-collections.ts'
import type { SuggestionEntry } from './suggestion-entry.ts'

/**
 * What there is, to somebody who may see no more than this, that begins as typed: keywords, tags, albums and folders,
 * assets, each kind with its fair share of the places.
 */
export async function suggest(
  asking: Asking & { tree: CollectionTree },
  { typed, limit }: { typed: string; limit: number },
): Promise<SuggestionEntry[]> {
  const prefix = typed.trim()
  if (prefix === '') return []
  const { library, searches, role, now, tree } = asking
  const asked = { prefix, limit, sees: sightOf(role), now }
  const [keywords, tags, assets] = await Promise.all([
    searches.suggest(library, { ...asked, field: 'keywords' }),
    searches.suggest(library, { ...asked, field: 'tags' }),
    suggestAssets(asking, prefix, limit),
  ])
  const collections = suggestCollections(tree, prefix, limit)
  return sharePlaces(limit, [
    keywords.map((keyword) => ({ kind: 'keyword' as const, ...keyword })),
    tags.map((tag) => ({ kind: 'tag' as const, ...tag })),
    collections.map(({ kind, name, size, id, path }) => {
      const within = path.at(-2)?.name ?? ''
      return { kind, value: name, count: size, id, within }
    }),
    assets.map(({ name, id, scheme }) => ({ kind: 'asset' as const, value: name, count: 1, id, scheme })),
  ])
}

/** One of each in turn until the places are taken; each group stays together, in its own order. */
function sharePlaces(limit: number, groups: readonly (readonly SuggestionEntry[])[]): SuggestionEntry[] {
  const taken = groups.map(() => 0)
  const isLeft = (at: number) => (taken[at] ?? 0) < (groups[at]?.length ?? 0)
  for (let left = limit; left > 0 && groups.some((_, at) => isLeft(at)); ) {
    for (const at of groups.keys()) {
      if (left === 0 || !isLeft(at)) continue
      taken[at] = (taken[at] ?? 0) + 1
      left--
    }
  }
  return groups.flatMap((group, at) => group.slice(0, taken[at]))
}

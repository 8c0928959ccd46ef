import type { ContentList } from '@descant/contract'
import type { FastifyRequest } from 'fastify'
import { sightOf } from '../../domain/access/sight-of.ts'
import type { Scheme } from '../../domain/asset/scheme.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'
import { parseSearch } from '../../domain/search/parse-search.ts'
import type { SearchQuery } from '../../domain/search/search-query.ts'
import { callerOf } from './caller.ts'
import type { ContentDeps } from './content-deps.ts'
import { mayBeShown } from './may-be-shown.ts'
import { presentFacets } from './present-facets.ts'
import { presentingFor } from './presenting.ts'

/** The part of the library a list is about. */
export type Within = { scheme?: Scheme; albums?: readonly CollectionId[] }

/** One page of assets, with what the query string asks for on top. */
export async function listContents(request: FastifyRequest, deps: ContentDeps, within: Within): Promise<ContentList> {
  const { keyword, ...asked } = parseSearch(rawQueryOf(request))
  const { library, role } = callerOf(request)
  const { found, ids, facets } = await deps.searches.search(library, {
    ...queryFor(request, deps, asked),
    values: within.scheme ? withScheme(asked.values, within.scheme) : asked.values,
    albums: within.albums ?? null,
  })
  const briefs = await deps.briefs.of(library, ids, await presentingFor(request, deps))
  return {
    ...presentPage(asked, keyword),
    found,
    // some may have been hidden after the search looked
    results: briefs.filter((brief) => mayBeShown(role, brief)),
    facets: presentFacets(await facets),
  }
}

type Asked = Omit<SearchQuery, 'albums' | 'sees' | 'now' | 'customFields'>

/** What was asked, of what this caller may see now. */
export function queryFor(
  request: FastifyRequest,
  { clock }: ContentDeps,
  asked: Asked,
): Omit<SearchQuery, 'albums' | 'customFields'> {
  return { ...asked, sees: sightOf(callerOf(request).role), now: clock.now() }
}

/** What every list says about itself. */
export const presentPage = ({ limit, start, sortBy, ascending }: Asked, keyword: string) => ({
  limit,
  start,
  sortBy,
  sortDirection: ascending ? ('ascending' as const) : ('descending' as const),
  matchExpr: keyword,
})

/** The query string undecoded: in some values `+` is no space, so the parser needs it as it came. */
export const rawQueryOf = ({ url }: FastifyRequest): string => url.split('?').slice(1).join('?')

const withScheme = (values: Asked['values'], scheme: Scheme): Asked['values'] => ({
  ...values,
  scheme: [...(values.scheme ?? []), { match: 'any', values: [scheme] }],
})

import { DidYouMean, SuggestionList, SuggestionQuery } from '@descant/contract'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import type { CollectionTree } from '../../../domain/collection/collection-tree.ts'
import { parseSearch } from '../../../domain/search/parse-search.ts'
import { didYouMean } from '../../../domain/suggestion/did-you-mean.ts'
import { suggest } from '../../../domain/suggestion/suggest.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import type { ContentDeps } from '../../http/content-deps.ts'
import { queryFor, rawQueryOf } from '../../http/list-contents.ts'
import { refusals } from '../../http/refusals.ts'

/** What the search box proposes while somebody types, and the empty list when nothing was found. */
export function suggestionRoutes(app: App, deps: ContentDeps): void {
  const onRequest = [authenticate(deps), requireWebApplication]

  app.get(
    '/web/v1/suggestions',
    {
      onRequest,
      config: { rateLimit: { method: '#suggestions', perMinute: 600 } },
      schema: { querystring: SuggestionQuery, response: { 200: SuggestionList, ...refusals } },
    },
    async (request): Promise<SuggestionList> => {
      const { library, role } = callerOf(request)
      const { q = '', limit = 10 } = request.query
      const tree = await deps.trees.of(library)
      const asking = { library, searches: deps.searches, role, now: deps.clock.now(), tree }
      return { results: await suggest(asking, { typed: q, limit }) }
    },
  )

  app.get(
    '/web/v1/did-you-mean',
    {
      onRequest,
      config: { rateLimit: { method: '#did-you-mean', perMinute: 60 } },
      schema: { response: { 200: DidYouMean, ...refusals } },
    },
    async (request): Promise<DidYouMean> => {
      const { library } = callerOf(request)
      const { keyword, ...asked } = parseSearch(rawQueryOf(request))
      const { text } = asked
      if (text === null) return { results: [] }
      const albums = albumsIn(await deps.trees.of(library), new URLSearchParams(rawQueryOf(request)))
      const query = { ...queryFor(request, deps, asked), text, albums }
      const meant = await didYouMean({ library, searches: deps.searches }, { keyword, query })
      return { results: meant === null ? [] : [meant] }
    },
  )
}

/** `null`: everywhere. What is not there holds nothing. */
function albumsIn(tree: CollectionTree, given: URLSearchParams): CollectionId[] | null {
  const [album, folder] = [given.get('album'), given.get('folder')].map((id) => (id === null ? null : tree.find(id)))
  if (album !== null) return album?.kind === 'album' ? [album.id] : []
  if (folder === null) return null
  if (folder?.kind !== 'folder') return []
  return tree.under(folder.id).flatMap(({ kind, id }) => (kind === 'album' ? [id] : []))
}

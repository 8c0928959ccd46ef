import { ContentList, FolderContentList, SearchQueryParameters } from '@descant/contract'
import { Type } from 'typebox'
import { searchFolder } from '../../domain/collection/search-folder.ts'
import { NotFound } from '../../domain/domain-error.ts'
import { parseSearch } from '../../domain/search/parse-search.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import type { ContentDeps } from '../http/content-deps.ts'
import { listContents, presentPage, queryFor, rawQueryOf } from '../http/list-contents.ts'
import { mayBeShown } from '../http/may-be-shown.ts'
import { presentCollection } from '../http/present-collection.ts'
import { presentFacets } from '../http/present-facets.ts'
import { presentingFor } from '../http/presenting.ts'
import { refusals } from '../http/refusals.ts'

/** #18–#20, three chapters about one address, and #44. */
export function searchRoutes(app: App, deps: ContentDeps): void {
  const onRequest = authenticate(deps)

  app.get(
    '/api/v1/search',
    {
      onRequest,
      config: { rateLimit: { method: '#18', perMinute: 200 } },
      schema: {
        summary: 'Find assets by words and filters',
        tags: ['Search'],
        asks: SearchQueryParameters,
        response: { 200: ContentList, ...refusals },
      },
    },
    (request) => listContents(request, deps, {}),
  )

  app.get(
    '/api/v1/folder/:id',
    {
      onRequest,
      config: { rateLimit: { method: '#44', perMinute: 500 } },
      schema: {
        summary: 'Find assets, albums and folders under a folder',
        tags: ['Search'],
        asks: SearchQueryParameters,
        params: Type.Object({ id: Type.String() }),
        response: { 200: FolderContentList, ...refusals },
      },
    },
    async (request): Promise<FolderContentList> => {
      const { keyword, ...asked } = parseSearch(rawQueryOf(request))
      const { library, role } = callerOf(request)
      const presenting = await presentingFor(request, deps)
      const { tree, origin } = presenting
      const folder = tree.find(request.params.id)
      if (folder?.kind !== 'folder') throw new NotFound(`folder ${request.params.id}`)

      const query = queryFor(request, deps, asked)
      const { found, entries, facets } = await searchFolder(
        { library, searches: deps.searches, tree },
        { folder, query },
      )
      const ids = entries.flatMap((entry) => ('asset' in entry ? [entry.asset] : []))
      const shown = (await deps.briefs.of(library, ids, presenting)).filter((brief) => mayBeShown(role, brief))
      const briefs = new Map(shown.map((brief) => [brief.id, brief]))
      return {
        ...presentPage(asked, keyword),
        found,
        results: entries
          .map((entry) => ('asset' in entry ? briefs.get(entry.asset) : presentCollection(entry.collection, origin)))
          .filter((result) => result !== undefined),
        facets: presentFacets(await facets),
      }
    },
  )
}

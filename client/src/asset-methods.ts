import type { ContentDetails, ContentList, CurrentUser, Scheme, SearchParameters } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import { everyContentOf, isContentList } from './content-list.ts'
import { pathOf } from './path.ts'
import { searchQuery } from './search-query.ts'

/** What an asset is known by. */
export type ContentRef = { scheme: Scheme; id: string }

export function assetMethods(api: Api) {
  const list =
    (path: string) =>
    (parameters: SearchParameters = {}, { signal }: CallOptions = {}): Promise<ContentList> =>
      api.json({ path, query: searchQuery(parameters), signal }, isContentList)
  const search = list('/search')
  const of = ({ scheme, id }: ContentRef, ...rest: string[]) => pathOf(scheme, id, ...rest)

  return {
    /** #2: who the token speaks for. */
    user: ({ signal }: CallOptions = {}): Promise<CurrentUser> =>
      api.json({ path: '/user', signal }, (body) => 'userId' in body),
    /** #3. */
    details: (content: ContentRef, { signal }: CallOptions = {}): Promise<ContentDetails> =>
      api.json({ path: of(content), signal }, (body) => 'id' in body && 'scheme' in body),
    /** #5. */
    contentOfScheme: (scheme: Scheme, parameters?: SearchParameters, options?: CallOptions) =>
      list(pathOf(scheme))(parameters, options),
    /** #8. */
    contentOfAlbum: (albumId: string, parameters?: SearchParameters, options?: CallOptions) =>
      list(pathOf('album', albumId))(parameters, options),
    /** #18–#20. Values of filters are taken as written: see `anyOf`, `allOf`, `withKeyword`, `withTag`. */
    search,

    /** Everything a search finds, each asset once. */
    everyContent: (parameters: SearchParameters = {}, options?: CallOptions) =>
      everyContentOf(search, parameters, options),
    everyContentOfScheme: (scheme: Scheme, parameters: SearchParameters = {}, options?: CallOptions) =>
      everyContentOf(list(pathOf(scheme)), parameters, options),
    everyContentOfAlbum: (albumId: string, parameters: SearchParameters = {}, options?: CallOptions) =>
      everyContentOf(list(pathOf('album', albumId)), parameters, options),

    /** #12; a tag that is there already is no failure. */
    async addTag(content: ContentRef, tag: string, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'PUT', path: of(content, 'tag', tag), signal })
    },
    /** #13. */
    async removeTag(content: ContentRef, tag: string, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'DELETE', path: of(content, 'tag', tag), signal })
    },
    /** #14; the keyword must be in the vocabulary. */
    async attachKeyword(content: ContentRef, keyword: string, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'PUT', path: of(content, 'keyword', keyword), signal })
    },
    /** #15. */
    async detachKeyword(content: ContentRef, keyword: string, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'DELETE', path: of(content, 'keyword', keyword), signal })
    },
    /** #29; one that is in the vocabulary already is no failure. */
    async addKeyword(name: string, description = '', { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'POST', path: '/keyword', json: { name, description }, signal })
    },
    /** #41. */
    async rename(content: ContentRef, name: string, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'PUT', path: of(content, 'rename'), json: { name }, signal })
    },
  }
}

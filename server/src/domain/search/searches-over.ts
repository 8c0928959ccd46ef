import type { Library } from '../ports/library.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { libraryProfiles } from '../setting/library-profiles.ts'
import { albumsOf } from './albums-of.ts'
import type { IndexComparison } from './index-news.ts'
import type { SearchAnswer, SearchQuery } from './search-query.ts'
import type { Searches } from './searches.ts'

/** A whole library's index as it is asked, wherever it lives: each question is answered as of its asking. */
export type LibraryIndex = Pick<SearchIndex, 'suggest' | 'closestWords'> & {
  search(query: SearchQuery): Promise<SearchAnswer>
  compare(): Promise<IndexComparison>
}

/** Puts questions to the index of the whole library, about the part of it that the handle shows. */
export function searchesOver(indexOf: (whole: Library) => LibraryIndex, close: () => Promise<void>): Searches {
  const profiles = libraryProfiles()
  const indexFor = (library: Library) => indexOf(library.part?.whole ?? library)

  return {
    async search(library, query) {
      const { fields } = query.facets ? await profiles.of(library) : { fields: [] }
      const albums = await albumsOf(library, query.albums)
      return await indexFor(library).search({ ...query, albums, customFields: fields.map(({ id }) => id) })
    },
    async suggest(library, { field, prefix, limit, ...sight }) {
      return await indexFor(library).suggest(field, prefix, limit, { ...sight, albums: await albumsOf(library, null) })
    },
    async closestWords(library, { word, limit, ...sight }) {
      return await indexFor(library).closestWords(word, limit, { ...sight, albums: await albumsOf(library, null) })
    },
    compare: (library) => indexFor(library).compare(),
    close,
  }
}

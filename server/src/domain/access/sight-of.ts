import type { SearchQuery } from '../search/search-query.ts'
import type { Role } from '../user/user.ts'

/** `maySee`, in the words of the search index. */
export const sightOf = (role: Role): SearchQuery['sees'] =>
  role === 'consumer' ? 'approved-and-unexpired' : 'everything'

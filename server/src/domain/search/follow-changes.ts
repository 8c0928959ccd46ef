import type { Library } from '../ports/library.ts'
import { type FollowersOptions, openFollowers } from './open-followers.ts'
import { answered } from './search-query.ts'
import type { Searches } from './searches.ts'
import { type LibraryIndex, searchesOver } from './searches-over.ts'

/**
 * One index per library, here in this thread: loaded at the first search and never behind afterwards. Before each
 * search it takes in what the change log says has happened, whoever wrote it.
 */
export function openSearches(options: FollowersOptions): Searches {
  const followers = openFollowers(options)
  const opened = new WeakMap<Library, LibraryIndex>()

  function open(library: Library): LibraryIndex {
    const follower = followers.of(library)
    library.onCommit(follower.wake) // warm before anyone asks
    return {
      search: async (query) => answered(await (await follower.index()).search(query)),
      suggest: async (...asked) => await (await follower.index()).suggest(...asked),
      closestWords: async (...asked) => await (await follower.index()).closestWords(...asked),
      compare: () => follower.compare(0),
    }
  }

  return searchesOver(
    (library) => {
      const index = opened.get(library) ?? open(library)
      opened.set(library, index)
      return index
    },
    () => followers.close(),
  )
}

import type { AccountId } from '../account/account.ts'
import type { IndexSnapshots } from '../ports/index-snapshots.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { type Follower, followLibrary, type Patience } from './follow-library.ts'
import type { IndexNews } from './index-news.ts'
import { searchMemory } from './search-memory.ts'
import type { SearchedLibrary } from './searched-library.ts'

/** The indexes of a process, one for each library that was asked for. */
export type Followers = {
  of(library: SearchedLibrary): Follower
  all(): Iterable<Follower>
  close(): Promise<void>
}

export type FollowersOptions = {
  indexes: () => SearchIndex
  /** `null`: none are kept. */
  snapshots?: IndexSnapshots | null
  /** What all of them may take together. */
  mostBytes?: number
  tell?: (account: AccountId, news: IndexNews) => void
  patience?: Patience
}

export function openFollowers({
  indexes,
  snapshots = null,
  mostBytes = Number.POSITIVE_INFINITY,
  tell = () => {},
  patience = { firstMs: 3_000, freshMs: 1_000 },
}: FollowersOptions): Followers {
  const followers = new Map<SearchedLibrary, Follower>()
  const usedBytes = () => [...followers.values()].reduce((sum, follower) => sum + follower.memoryBytes(), 0)
  const memory = searchMemory(mostBytes, usedBytes)

  return {
    of(library) {
      const follower =
        followers.get(library) ??
        followLibrary(library, {
          ...{ indexes, snapshots, memory, patience },
          tell: (news) => tell(library.accountId, news),
        })
      followers.set(library, follower)
      return follower
    },
    all: () => followers.values(),
    async close() {
      await Promise.all([...followers.values()].map((follower) => follower.close()))
    },
  }
}

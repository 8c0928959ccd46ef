import type { Worker } from 'node:worker_threads'
import type { AccountId } from '../../domain/account/account.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { IndexNews } from '../../domain/search/index-news.ts'
import { answered, type SearchAnswer, type SearchQuery } from '../../domain/search/search-query.ts'
import type { Searches } from '../../domain/search/searches.ts'
import { type LibraryIndex, searchesOver } from '../../domain/search/searches-over.ts'
import { unpackPage } from './packed-result.ts'
import { SearchThread } from './search-thread-handle.ts'

export type IndexListener = (account: AccountId, news: IndexNews) => void

/** Search in a thread of its own, which starts when it is first needed and again when it has died. */
export type ThreadSearches = Searches & {
  /** Makes the index ready before anyone asks. */
  warm(library: Library): void
  listen(listener: IndexListener): void
}

export function threadSearches(start: () => Worker): ThreadSearches {
  const listeners = new Set<IndexListener>()
  const thread = new SearchThread(start, (account, news) => {
    for (const listener of listeners) listener(account, news)
  })
  const opened = new WeakMap<Library, LibraryIndex>()

  const indexOf = (library: Library): LibraryIndex => {
    const index = opened.get(library) ?? open(library)
    opened.set(library, index)
    return index
  }

  function open(library: Library): LibraryIndex {
    const { accountId } = library
    library.onCommit(() => thread.wakeSoon(accountId))
    return {
      search: (query) => search(thread, accountId, query),
      suggest: (field, prefix, limit, within) =>
        thread.ask(accountId, { kind: 'suggest', field, prefix, limit, within }),
      closestWords: (word, limit, within) => thread.ask(accountId, { kind: 'closest-words', word, limit, within }),
      compare: () => thread.ask(accountId, { kind: 'compare' }),
    }
  }

  return {
    ...searchesOver(indexOf, () => thread.close()),
    warm(library) {
      indexOf(library)
      thread.wakeSoon(library.accountId)
    },
    listen: (listener) => void listeners.add(listener),
  }
}

/** Answered with the page, or with both where that is not told before. */
function search(thread: SearchThread, account: AccountId, query: SearchQuery): Promise<SearchAnswer> {
  return new Promise((resolve, reject) => {
    const whole = thread.ask(account, { kind: 'search', query }, (page) => {
      const facets = whole.then((answer) => answer.facets)
      facets.catch(() => {}) // told to whoever awaits them
      resolve({ ...unpackPage(page), facets })
    })
    whole.then(({ page, facets }) => {
      if (page !== null) resolve(answered({ ...unpackPage(page), facets }))
    }, reject)
  })
}

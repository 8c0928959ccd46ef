import { LoadingState } from '@descant/ui'
import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import type { Dam } from '../lib/dam.ts'
import type { ListPlace } from '../lib/list-place.ts'
import type { SessionKeeper } from '../lib/session.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { RouteFailure } from './pages/route-failure.tsx'
import { parsePlainSearch, writePlainSearch } from './plain-search.ts'
import { routeTree } from './route-tree.tsx'

export function makeRouter(context: { queries: QueryClient; dam: Dam; keeper: SessionKeeper }) {
  return createRouter({
    routeTree,
    context,
    parseSearch: parsePlainSearch,
    stringifySearch: writePlainSearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadDelay: 120,
    defaultPreloadStaleTime: 0, // the query cache knows better
    // A loader answers from the query cache or fetches what has changed: worth waiting for, also on the way back.
    defaultStaleReloadMode: 'blocking',
    defaultPendingMs: 400,
    defaultPendingMinMs: 200,
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
  interface HistoryState {
    /** The page before this one is the list it was opened from: going back is going to it. */
    fromList?: boolean
    /** Where in that list this asset stands, so that one can go on to the next. */
    list?: ListPlace
  }
}

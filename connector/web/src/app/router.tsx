import { LoadingState } from '@descant/ui'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { type Outcome, outcomes } from '../features/dam-settings/returned.tsx'
import { fileQuery } from '../features/library/files.ts'
import { sessionQuery } from '../features/session/session.ts'
import { isRefused } from '../lib/ask.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { RouteFailure } from './pages/route-failure.tsx'
import { SignedInLayout } from './signed-in-layout.tsx'

const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <NotFoundPage />
    </main>
  ),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    // only inside this application: `//elsewhere.example` is another one
    typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {},
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context: { queries }, location: { href } }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session === null) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } })
    return { session }
  },
  component: SignedInLayout,
})

const libraryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/library-page.tsx'), 'LibraryPage'),
})

const folderRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/folders/$folderId',
  validateSearch: ({ search, sort }: Record<string, unknown>): { search?: string; sort?: 'name' } => ({
    ...(typeof search === 'string' && search !== '' ? { search } : {}),
    ...(sort === 'name' ? { sort } : {}),
  }),
  beforeLoad: ({ params: { folderId } }) => {
    if (folderId !== 'dam-import') throw notFound()
  },
  component: lazyRouteComponent(() => import('./pages/folder-page.tsx'), 'FolderPage'),
})

const fileRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/files/$fileId',
  loader: async ({ context: { queries }, params: { fileId } }) => {
    await queries.ensureQueryData(fileQuery(fileId)).catch((error: unknown) => {
      throw isRefused(error, 404) ? notFound() : error
    })
  },
  component: lazyRouteComponent(() => import('./pages/file-page.tsx'), 'FilePage'),
})

const activityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/activity',
  component: lazyRouteComponent(() => import('./pages/activity-page.tsx'), 'ActivityPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings-layout.tsx'), 'SettingsLayout'),
})

const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/account', replace: true })
  },
})

const accountRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account-page.tsx'), 'AccountPage'),
})

const damSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/dam',
  validateSearch: ({ authentication }: Record<string, unknown>): { authentication?: Outcome } => {
    const outcome = outcomes.find((word) => word === authentication)
    return outcome ? { authentication: outcome } : {}
  },
  component: lazyRouteComponent(() => import('./pages/dam-settings-page.tsx'), 'DamSettingsPage'),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    libraryRoute,
    folderRoute,
    fileRoute,
    activityRoute,
    settingsRoute.addChildren([settingsIndexRoute, accountRoute, damSettingsRoute]),
  ]),
])

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 400,
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFoundPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}

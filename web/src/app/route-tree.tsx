import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  Outlet,
  type ParsedLocation,
  redirect,
} from '@tanstack/react-router'
import { apiKeyQuery, apiKeysQuery } from '../features/api-keys/api-keys.ts'
import { filterOf, type LibrarySearch, parseLibrarySearch } from '../features/library/library-search.ts'
import { assetDetailsQuery } from '../lib/api/asset-details.ts'
import { assetPageQuery, type Place, schemeCountsQuery } from '../lib/api/asset-list.ts'
import { treeQuery } from '../lib/api/tree.ts'
import { vocabularyQuery } from '../lib/api/vocabulary.ts'
import type { Dam } from '../lib/dam.ts'
import { isScheme } from '../lib/scheme-words.ts'
import type { SessionKeeper } from '../lib/session.ts'
import { AssetFailure } from './pages/asset-failure.tsx'
import { FirstLoad } from './pages/first-load.tsx'
import { WholePageFailure } from './pages/whole-page-failure.tsx'
import { SignedInLayout } from './signed-in-layout.tsx'

export type RouterContext = { queries: QueryClient; dam: Dam; keeper: SessionKeeper }

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet })

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { next?: string } => {
    const next = raw.next
    // Only inside this application: `//elsewhere.example` is another one.
    return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
  },
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.keeper.current()
    if (session === null) throw redirect({ to: '/sign-in', search: whereToGoOn(location) })
    return { session }
  },
  pendingComponent: FirstLoad,
  errorComponent: WholePageFailure,
  component: SignedInLayout,
})

const libraryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'library',
  validateSearch: parseLibrarySearch,
  loader: ({ context: { queries, dam } }) => {
    void queries.prefetchQuery(treeQuery(dam)) // the list does not wait for the tree
  },
  component: lazyRouteComponent(() => import('./library/library-layout.tsx'), 'LibraryLayout'),
})

const listComponent = lazyRouteComponent(() => import('./library/list-page.tsx'), 'ListPage')

const allRoute = createRoute({
  getParentRoute: () => libraryRoute,
  path: '/',
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadList(context, { kind: 'library' }, deps),
  component: listComponent,
})

const albumRoute = createRoute({
  getParentRoute: () => libraryRoute,
  path: '/album/$albumId',
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps, params }) => loadList(context, { kind: 'album', id: params.albumId }, deps),
  component: listComponent,
})

const folderRoute = createRoute({
  getParentRoute: () => libraryRoute,
  path: '/folder/$folderId',
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps, params }) => loadList(context, { kind: 'folder', id: params.folderId }, deps),
  component: listComponent,
})

const trashRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/trash',
  component: lazyRouteComponent(() => import('./pages/trash-page.tsx'), 'TrashPage'),
})

const profileRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./pages/profile-page.tsx'), 'ProfilePage'),
})

/** The address that the API gives as an asset's `detail`. */
const assetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/smartalbum/$scheme',
  params: {
    parse: ({ scheme }) => {
      if (!isScheme(scheme)) throw notFound()
      return { scheme }
    },
  },
  validateSearch: (raw: Record<string, unknown>): { column?: string; id?: string } => ({
    ...(typeof raw.column === 'string' && { column: raw.column }),
    ...(typeof raw.id === 'string' && { id: raw.id }),
  }),
  beforeLoad: ({ params, search }) => {
    if (search.id === undefined) throw redirect({ to: '/', search: { scheme: params.scheme } })
  },
  loaderDeps: ({ search: { id } }) => ({ id }),
  loader: ({ context: { queries, dam }, params: { scheme }, deps: { id = '' } }) =>
    queries.ensureQueryData(assetDetailsQuery(dam, { scheme, id })),
  component: lazyRouteComponent(() => import('./pages/asset-page.tsx'), 'AssetPage'),
  errorComponent: AssetFailure,
})

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-layout.tsx'), 'SettingsLayout'),
})

const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/configuration', replace: true })
  },
})

const configurationRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration',
  component: lazyRouteComponent(() => import('./settings/configuration-page.tsx'), 'ConfigurationPage'),
})

const apiRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/api',
  component: lazyRouteComponent(() => import('./settings/api-page.tsx'), 'ApiPage'),
})

const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/api/keys',
  loader: ({ context: { queries, dam, session } }) => {
    if (session.role === 'admin') void queries.prefetchQuery(apiKeysQuery(dam))
  },
  component: lazyRouteComponent(() => import('./settings/api-keys-page.tsx'), 'ApiKeysPage'),
})

const createApiKeyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/api/keys/new',
  component: lazyRouteComponent(() => import('./settings/create-api-key-page.tsx'), 'CreateApiKeyPage'),
})

const editApiKeyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/api/keys/$appId',
  loader: ({ context: { queries, dam, session }, params: { appId } }) => {
    if (session.role === 'admin') void queries.prefetchQuery(apiKeyQuery(dam, appId))
  },
  component: lazyRouteComponent(() => import('./settings/edit-api-key-page.tsx'), 'EditApiKeyPage'),
})

const keywordsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/keywords',
  loader: ({ context: { queries, dam } }) => {
    void queries.prefetchQuery(vocabularyQuery(dam))
  },
  component: lazyRouteComponent(() => import('./settings/keywords-page.tsx'), 'KeywordsPage'),
})

/** Pages that ask for what they show when they are there. */
const usersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/users',
  component: lazyRouteComponent(() => import('./settings/users-page.tsx'), 'UsersPage'),
})

const groupsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/groups',
  component: lazyRouteComponent(() => import('./settings/groups-page.tsx'), 'GroupsPage'),
})

const portalsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/portals',
  component: lazyRouteComponent(() => import('./settings/portals-page.tsx'), 'PortalsPage'),
})

const customFieldsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/custom-fields',
  component: lazyRouteComponent(() => import('./settings/custom-fields-page.tsx'), 'CustomFieldsPage'),
})

const presetsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/presets',
  component: lazyRouteComponent(() => import('./settings/presets-page.tsx'), 'PresetsPage'),
})

const rulesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/rules',
  component: lazyRouteComponent(() => import('./settings/rules-page.tsx'), 'RulesPage'),
})

const shareLinksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/share-links',
  component: lazyRouteComponent(() => import('./settings/share-links-page.tsx'), 'ShareLinksPage'),
})

const uploadLinksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/upload-links',
  component: lazyRouteComponent(() => import('./settings/upload-links-page.tsx'), 'UploadLinksPage'),
})

const outboxRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/outbox',
  component: lazyRouteComponent(() => import('./settings/outbox-page.tsx'), 'OutboxPage'),
})

const rateLimitsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/api/rate-limits',
  component: lazyRouteComponent(() => import('./settings/rate-limits-page.tsx'), 'RateLimitsPage'),
})

const webhooksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/webhooks',
  component: lazyRouteComponent(() => import('./settings/webhooks-page.tsx'), 'WebhooksPage'),
})

const webhookRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/configuration/webhooks/$webhookId',
  component: lazyRouteComponent(() => import('./settings/webhook-page.tsx'), 'WebhookPage'),
})

export const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    libraryRoute.addChildren([allRoute, albumRoute, folderRoute]),
    assetRoute,
    trashRoute,
    profileRoute,
    settingsRoute.addChildren([
      settingsIndexRoute,
      configurationRoute,
      apiRoute,
      apiKeysRoute,
      createApiKeyRoute,
      editApiKeyRoute,
      keywordsRoute,
      usersRoute,
      groupsRoute,
      portalsRoute,
      customFieldsRoute,
      presetsRoute,
      rulesRoute,
      shareLinksRoute,
      uploadLinksRoute,
      outboxRoute,
      rateLimitsRoute,
      webhooksRoute,
      webhookRoute,
    ]),
  ]),
])

/** The old list stays on the screen until the new one's first page is here. */
async function loadList({ queries, dam }: RouterContext, place: Place, search: LibrarySearch): Promise<void> {
  const filter = filterOf(place, search)
  if (filter.scheme !== null) void queries.prefetchQuery(schemeCountsQuery(dam, filter))
  const first = assetPageQuery(dam, filter, 0)
  // What we have just changed is asked for again before it is shown: nothing moves under the focus then.
  const outdated = queries.getQueryState(first.queryKey)?.isInvalidated ?? false
  await (outdated ? queries.fetchQuery(first) : queries.ensureQueryData(first))
}

const whereToGoOn = ({ href }: ParsedLocation): { next?: string } => (href === '/' ? {} : { next: href })

import Fastify, {
  type FastifyBaseLogger,
  type FastifySerializerCompiler,
  type FastifyServerOptions,
  LogController,
  type RouteOptions,
} from 'fastify'
import type { TSchema } from 'typebox'
import program from '../../package.json' with { type: 'json' }
import { activityReportRoutes } from '../api/activity-report/routes.ts'
import { albumRoutes } from '../api/album/routes.ts'
import { batchContentRoutes } from '../api/batch/content-routes.ts'
import { batchEditRoutes } from '../api/batch/edit-routes.ts'
import { binaryRoutes } from '../api/binary/routes.ts'
import { changeRoutes } from '../api/change/routes.ts'
import { contentRoutes } from '../api/content/routes.ts'
import { customFieldRoutes } from '../api/custom-field/routes.ts'
import { directRoutes } from '../api/direct/routes.ts'
import { collectRoutes } from '../api/documentation/collect-routes.ts'
import { documentationRoutes } from '../api/documentation/routes.ts'
import type { ApiDeps } from '../api/http/api-deps.ts'
import type { App } from '../api/http/app.ts'
import { contentDeps } from '../api/http/content-deps.ts'
import { allowEveryOrigin } from '../api/http/cors.ts'
import { sendError } from '../api/http/errors.ts'
import { reportHealth } from '../api/http/health.ts'
import { knownPaths } from '../api/http/known-paths.ts'
import { logRequests } from '../api/http/log-requests.ts'
import { reportMetrics } from '../api/http/metrics.ts'
import { withoutPortal } from '../api/http/portal-path.ts'
import { limitRates } from '../api/http/rate-limits.ts'
import { chooseAccountByHost } from '../api/http/request-account.ts'
import { type IsKnownPath, rewritePath } from '../api/http/rewrite-path.ts'
import { sendSecurityHeaders } from '../api/http/security-headers.ts'
import { stringifyAnswer } from '../api/http/stringify-answer.ts'
import { serveWebPages } from '../api/http/web-pages.ts'
import { invitationRoutes } from '../api/invitation/routes.ts'
import { keywordRoutes } from '../api/keyword/routes.ts'
import { oauthRoutes } from '../api/oauth/routes.ts'
import { presetRoutes } from '../api/preset/routes.ts'
import { searchRoutes } from '../api/search/routes.ts'
import { shareRoutes } from '../api/share/routes.ts'
import { treeRoutes } from '../api/tree/routes.ts'
import { uploadRoutes } from '../api/upload/routes.ts'
import { uploadLinkRoutes } from '../api/upload-link/routes.ts'
import { userRoutes } from '../api/user/routes.ts'
import { versionRoutes } from '../api/version/routes.ts'
import { apiKeyRoutes } from '../api/web/api-key/routes.ts'
import { changeCursorRoutes } from '../api/web/change/routes.ts'
import { collectionRoutes } from '../api/web/collection/routes.ts'
import { duplicateRoutes } from '../api/web/duplicate/routes.ts'
import { groupRoutes } from '../api/web/group/routes.ts'
import { outboxRoutes } from '../api/web/outbox/routes.ts'
import { portalRoutes } from '../api/web/portal/routes.ts'
import { presetSettingsRoutes } from '../api/web/preset/routes.ts'
import { profileRoutes } from '../api/web/session/profile-routes.ts'
import { sessionRoutes } from '../api/web/session/routes.ts'
import { rateLimitRoutes } from '../api/web/settings/rate-limit-routes.ts'
import { settingsRoutes } from '../api/web/settings/routes.ts'
import { webShareRoutes } from '../api/web/share/routes.ts'
import { suggestionRoutes } from '../api/web/suggestion/routes.ts'
import { termsRoutes } from '../api/web/terms/routes.ts'
import { trashRoutes } from '../api/web/trash/routes.ts'
import { webUploadLinkRoutes } from '../api/web/upload-link/routes.ts'
import { memberRoutes } from '../api/web/user/routes.ts'
import { revertRoutes } from '../api/web/version/routes.ts'
import { viewRoutes } from '../api/web/view/routes.ts'
import { viewingRoutes } from '../api/web/viewing/routes.ts'
import { vocabularyRoutes } from '../api/web/vocabulary/routes.ts'
import { webhookRoutes } from '../api/web/webhook/routes.ts'
import { letConnectionsGo } from './let-connections-go.ts'
import { validateLazily } from './validate-lazily.ts'

/** What turns an answer into JSON, given the schema that was declared for it. */
export type AnswerSerializer = (
  ...declared: Parameters<FastifySerializerCompiler<TSchema>>
) => (answer: unknown) => string | Buffer

type CompilersFactory = Required<NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>>

export type BuildOptions = {
  logger?: FastifyBaseLogger
  serializer?: AnswerSerializer
  /** Hears of every route as it is registered, with what it declares. */
  onRoute?: (route: RouteOptions) => void
  trustProxy?: Exclude<FastifyServerOptions['trustProxy'], undefined>
  https?: { cert: Buffer; key: Buffer }
}

/** The server without a listener: every area of the API on one Fastify. */
export async function buildApp(deps: ApiDeps, options: BuildOptions = {}): Promise<App> {
  let isKnownPath: IsKnownPath = () => false
  // Measured: a response serialiser made from the schema is no faster. Tests check answers against their schemas.
  const serializer: AnswerSerializer = options.serializer ?? (() => stringifyAnswer)
  const app = Fastify({
    schemaController: {
      compilersFactory: {
        buildValidator: validateLazily,
        // Fastify sends bytes as well, though its types know only of text
        buildSerializer: () => serializer as ReturnType<CompilersFactory['buildSerializer']>,
      },
    },
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    ...(options.https ? { https: options.https } : {}),
    logController: new LogController({ disableRequestLogging: true }), // one line a request is enough: logRequests
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 4096, ignoreTrailingSlash: false },
    bodyLimit: 10 * 1024 * 1024,
    rewriteUrl: (request) => rewritePath(withoutPortal(request), isKnownPath),
    // addresses that can't be read or are too long are refused in the same words as everything else
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  }) as unknown as App

  app.setErrorHandler(sendError)
  app.decorateRequest('caller', null)
  if (options.onRoute) app.addHook('onRoute', options.onRoute)
  letConnectionsGo(app)
  reportHealth(app, deps)
  logRequests(app)
  // Hooks run in this order.
  sendSecurityHeaders(app)
  allowEveryOrigin(app)
  chooseAccountByHost(app, deps)
  const limitedMethods = limitRates(app, deps)

  isKnownPath = knownPaths(app)
  documentationRoutes(app, deps, { collected: collectRoutes(app), version: program.version })
  oauthRoutes(app, deps)
  userRoutes(app, deps)
  sessionRoutes(app, deps)
  profileRoutes(app, deps)
  apiKeyRoutes(app, deps)
  duplicateRoutes(app, deps)
  outboxRoutes(app, deps)
  invitationRoutes(app, deps)
  memberRoutes(app, deps)
  groupRoutes(app, deps)
  portalRoutes(app, deps)
  const content = contentDeps(deps)
  contentRoutes(app, content)
  searchRoutes(app, content)
  suggestionRoutes(app, content)
  treeRoutes(app, content)
  collectionRoutes(app, content)
  albumRoutes(app, content)
  batchEditRoutes(app, content)
  batchContentRoutes(app, content)
  versionRoutes(app, deps)
  revertRoutes(app, content)
  trashRoutes(app, content)
  keywordRoutes(app, deps)
  customFieldRoutes(app, deps)
  presetRoutes(app, deps)
  presetSettingsRoutes(app, deps)
  settingsRoutes(app, deps)
  rateLimitRoutes(app, deps, limitedMethods)
  termsRoutes(app, deps)
  changeRoutes(app, deps)
  changeCursorRoutes(app, deps)
  activityReportRoutes(app, deps)
  viewRoutes(app, deps)
  viewingRoutes(app, deps)
  webhookRoutes(app, deps)
  vocabularyRoutes(app, deps)
  uploadRoutes(app, deps)
  binaryRoutes(app, deps)
  shareRoutes(app, deps)
  webShareRoutes(app, deps)
  uploadLinkRoutes(app, deps)
  webUploadLinkRoutes(app, deps)
  directRoutes(app, deps)

  reportMetrics(app, deps)
  await serveWebPages(app, deps)
  return app
}

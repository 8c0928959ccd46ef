import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { activityRoutes } from '../api/activity.ts'
import { answerError } from '../api/answer-errors.ts'
import { callbackRoutes } from '../api/callback.ts'
import { damSettingsRoutes } from '../api/dam-settings.ts'
import type { ApiDeps } from '../api/deps.ts'
import { healthRoutes } from '../api/health.ts'
import { libraryRoutes } from '../api/library.ts'
import { refuseOtherOrigins } from '../api/same-origin.ts'
import { sessionRoutes } from '../api/session.ts'
import { servePages } from '../api/web-pages.ts'

/** Everything the connector answers, not yet listening. */
export async function buildApp(deps: ApiDeps, log: FastifyBaseLogger): Promise<FastifyInstance> {
  const { trustProxy } = deps.config
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxy.length === 0 ? false : trustProxy,
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setErrorHandler(answerError)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    hsts: deps.config.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  })
  await app.register(cookie)
  app.addHook('onRequest', async (request) => refuseOtherOrigins(deps.config, request))
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    // the path alone: the callback's query holds a code
    const [path] = request.url.split('?')
    request.log.debug({ method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })

  await app.register(healthRoutes(deps))
  await app.register(sessionRoutes(deps))
  await app.register(damSettingsRoutes(deps))
  await app.register(callbackRoutes(deps))
  await app.register(activityRoutes(deps))
  await servePages(app)
  await app.register(libraryRoutes(deps))
  return app
}

// styles are set by the component library while the page runs; scripts are files of ours, all of them
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

import Fastify, { type FastifyBaseLogger, type FastifySerializerCompiler, type FastifyServerOptions } from 'fastify'
import type { TSchema } from 'typebox'
import type { ApiDeps } from '../api/http/api-deps.ts'
import type { App } from '../api/http/app.ts'
import { allowEveryOrigin } from '../api/http/cors.ts'
import { sendError, sendNotFound } from '../api/http/errors.ts'
import { limitRates } from '../api/http/rate-limits.ts'
import { chooseAccountByHost } from '../api/http/request-account.ts'
import { sendSecurityHeaders } from '../api/http/security-headers.ts'
import { addUploadRoutes } from '../api/upload/routes.ts'

/** What turns an answer into JSON, given the schema that was declared for it. */
export type AnswerSerializer = FastifySerializerCompiler<TSchema>

export type BuildOptions = {
  logger?: FastifyBaseLogger
  serializer?: AnswerSerializer
  trustProxy?: Exclude<FastifyServerOptions['trustProxy'], undefined>
  https?: { cert: Buffer; key: Buffer }
}

/** The server without a listener: every area of the API on one Fastify. */
export async function buildApp(deps: ApiDeps, options: BuildOptions = {}): Promise<App> {
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    ...(options.https ? { https: options.https } : {}),
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 4096, ignoreTrailingSlash: false },
    bodyLimit: 10 * 1024 * 1024,
  }) as unknown as App

  // Measured: a response serialiser made from the schema is no faster. Tests check answers against their schemas.
  app.setSerializerCompiler(options.serializer ?? (() => (answer) => JSON.stringify(answer)))
  app.setErrorHandler(sendError)
  app.setNotFoundHandler(sendNotFound)
  app.decorateRequest('caller', null)
  // Hooks run in this order.
  sendSecurityHeaders(app)
  allowEveryOrigin(app)
  chooseAccountByHost(app, deps)
  limitRates(app, deps)

  addUploadRoutes(app, deps)
  return app
}

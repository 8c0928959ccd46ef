import type { ApiDeps } from './api-deps.ts'
import type { App } from './app.ts'

/**
 * `/health/live`: the process answers. `/health/ready`: so does its database. Register before every hook, so that they
 * need no account and no database.
 */
export function reportHealth(app: App, { control }: Pick<ApiDeps, 'control'>): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (request, reply) => {
    try {
      await control.read.accounts.all()
      return { status: 'ready' }
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      return reply.code(503).header('retry-after', '5').send({ status: 'the database does not answer' })
    }
  })
}

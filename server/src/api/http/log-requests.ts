import type { App } from './app.ts'

/** One line a request: what went well for those who look closely, what was refused or failed for everyone. */
export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode: status, elapsedTime } = reply
    const level = status >= 500 ? 'warn' : status >= 400 ? 'info' : 'debug'
    request.log[level]({ req: request, status, ms: Math.round(elapsedTime) }, 'answered')
  })
}

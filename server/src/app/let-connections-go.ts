import type { App } from '../api/http/app.ts'

/**
 * When the server closes, connections are let go as soon as nobody is being answered on them. Node looks once, at the
 * start: one whose answer is just ending then would be kept open for its whole keep-alive time.
 */
export function letConnectionsGo(app: App): void {
  app.addHook('preClose', async () => {
    const timer = setInterval(() => app.server.closeIdleConnections(), 50)
    app.server.once('close', () => clearInterval(timer))
  })
}

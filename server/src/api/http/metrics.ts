import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { NotAllowed } from '../../domain/domain-error.ts'
import type { ApiDeps } from './api-deps.ts'
import type { App } from './app.ts'
import { identify } from './identify.ts'

/** `GET /metrics` for Prometheus: from this machine, or with an administrator's token. */
export function reportMetrics(app: App, deps: Pick<ApiDeps, 'control' | 'libraries' | 'secrets' | 'clock'>): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'descant_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'descant_jobs_unfinished',
    help: 'Jobs that wait or run',
    labelNames: ['account'],
    registers: [registry],
    async collect() {
      for (const account of await deps.control.read.accounts.all()) {
        const library = await deps.libraries.of(account)
        this.set({ account: account.host }, await library.read.jobs.countUnfinished())
      }
    },
  })

  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    durations.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })

  app.get('/metrics', async (request, reply) => {
    const isLocal = isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined
    if (!isLocal) {
      const identity = await identify(request, deps)
      if (identity.refused) throw identity.refused
      if (identity.caller.role !== 'admin') throw new NotAllowed('Metrics are for administrators')
    }
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const isLoopback = (address = ''): boolean => address === '::1' || /^(::ffff:)?127\./.test(address)

import { timingSafeEqual } from 'node:crypto'
import { addressKind } from '@descant/network'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { digestOf } from '../accounts/token.ts'
import type { Config } from '../config.ts'
import { workingConnection } from '../replicate/working-connection.ts'
import type { ApiDeps } from './deps.ts'
import { Refusal } from './refusal.ts'

export const healthRoutes =
  (deps: ApiDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/health/live', async () => ({ status: 'live' }))

    app.get('/health/ready', async (_request, reply) => {
      try {
        deps.stores.account.read()
        return { status: 'ready' }
      } catch {
        return reply.code(503).header('retry-after', '5').send({ status: 'not ready' })
      }
    })

    app.get('/metrics', async (request, reply) => {
      if (!mayMeasure(deps.config, request))
        throw new Refusal(403, 'not-allowed', 'Metrics are for loopback or a token.')
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics(deps))
    })
  }

function mayMeasure({ metricsToken }: Config, { ip, headers }: FastifyRequest): boolean {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (metricsToken !== null && bearer !== undefined) {
    return timingSafeEqual(Buffer.from(digestOf(bearer)), Buffer.from(digestOf(metricsToken)))
  }
  // behind a proxy we were not told of, everybody would look local
  const isProxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isProxied && addressKind(ip) === 'private' && /^(::1$|(::ffff:)?127\.)/.test(ip)
}

function metrics({ stores, replicator }: ApiDeps): string {
  const { files, bytes } = stores.held.count()
  const { running, waiting } = replicator.progress()
  const lastSync = stores.facts.read('last-sync')
  const values: [string, string, number][] = [
    ['connector_connected', '1 while a saved connection has a good grant', workingConnection(stores) ? 1 : 0],
    ['connector_eligible_files', 'Files the DAM offers for import', stores.seen.count()],
    ['connector_imported_files', 'Files in DAM Import', files],
    ['connector_imported_bytes', 'Bytes in DAM Import', bytes],
    ['connector_failing_files', 'Files that failed and wait for another try', stores.troubles.count()],
    ['connector_running_downloads', 'Files being fetched', running.length],
    ['connector_waiting_files', 'Files that wait for their turn', waiting],
    [
      'connector_last_sync_seconds',
      'When the DAM was last looked at, Unix time',
      lastSync ? Date.parse(lastSync) / 1000 : 0,
    ],
    ['connector_resident_bytes', 'Memory of this process', process.memoryUsage.rss()],
  ]
  return values
    .map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('')
}

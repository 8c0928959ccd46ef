import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { App } from '../api/http/app.ts'
import { type BuildOptions, buildApp } from './build-app.ts'
import type { Adapters } from './choose-adapters.ts'
import type { Config } from './config.ts'
import { runWorkers, type Workers } from './run-workers.ts'
import { watchIndexes } from './search-thread/watch-indexes.ts'
import { webFolder } from './web-folder.ts'
import { runCourier } from './workers/run-courier.ts'

export type RunningServer = {
  app: App
  workers: Workers
  /** Where it listens: `http://127.0.0.1:8080`. */
  origin: string
  /** Stops taking requests and jobs, finishes what runs, and lets go of the adapters. */
  close(): Promise<void>
}

export type ServerOptions = Pick<BuildOptions, 'logger' | 'serializer' | 'onRoute'>

/** The largest file taken in: 50 GB, what one form post of the published API may carry. */
const maxUploadBytes = 50 * 1024 ** 3

/** The library server: API, pages and background work on one set of adapters. */
export async function openServer(
  config: Config,
  adapters: Adapters,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const settings = {
    publicUrl: config.publicUrl,
    rateLimits: config.rateLimits,
    maxUploadBytes,
    maxPixels: config.media.maxPixels,
    webFolder: webFolder(),
  }
  const app = await buildApp(
    { ...adapters, media: adapters.media.awaited, settings },
    {
      ...options,
      trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
      ...(config.tls
        ? { https: { cert: await readFile(config.tls.certFile), key: await readFile(config.tls.keyFile) } }
        : {}),
    },
  )
  const log = options.logger ? { log: options.logger } : {}
  const workers = runWorkers({ ...adapters, ...log, concurrency: config.workers })
  watchIndexes(adapters, options.logger)
  const courier = config.workers > 0 ? runCourier({ ...adapters, ...log }) : null
  const close = async () => {
    await app.close()
    await Promise.all([workers.close(), courier?.close()])
    await adapters.close()
  }
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await close() // a port in use ends the process, and nothing stays behind
    throw error
  }
  return { app, workers, origin: originOf(app, config), close }
}

function originOf(app: App, config: Config): string {
  const { address, port, family } = app.server.address() as AddressInfo
  const host = family === 'IPv6' ? `[${address}]` : address
  return `${config.tls ? 'https' : 'http'}://${host}:${port}`
}

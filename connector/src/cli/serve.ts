import { Command } from 'commander'
import { startConnector } from '../app/start-connector.ts'
import { startLog } from '../app/start-log.ts'
import { loadConfig } from '../config.ts'
import { answer } from './answer.ts'

export const serve = new Command('serve')
  .description('serve the pages and keep “DAM Import” up to date, until told to stop')
  .option('--json', 'say where it listens as one JSON value')
  .action(async ({ json }: { json?: boolean }) => {
    const config = loadConfig()
    const log = startLog(config.logLevel)
    const connector = await startConnector(config, log)
    const { origin, administrator } = connector
    const where = config.publicUrl ?? origin
    const signIn = administrator && {
      email: administrator.email,
      ...(administrator.isMadeUp ? { password: administrator.password } : {}),
    }
    const lines = [
      `The connector is at ${where}`,
      ...(signIn
        ? [`Sign in as ${signIn.email}${signIn.password ? ` with the password ${signIn.password}` : ''}`]
        : []),
    ]
    answer({ url: where, ...(signIn ? { administrator: signIn } : {}) }, { json, text: lines.join('\n') })

    const stop = (signal: NodeJS.Signals) => {
      log.info({ signal }, 'Stopping')
      const tooLong = setTimeout(() => process.exit(1), 10_000).unref()
      connector.close().then(
        () => clearTimeout(tooLong),
        (error: unknown) => {
          log.error({ err: error }, 'Stopping failed')
          process.exitCode = 1
        },
      )
    }
    process.once('SIGINT', stop).once('SIGTERM', stop)
  })

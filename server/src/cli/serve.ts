import { setFlagsFromString } from 'node:v8'
import type { Command } from 'commander'
import { type Adapters, chooseAdapters } from '../app/choose-adapters.ts'
import { type Config, loadConfig } from '../app/config.ts'
import { firstStart } from '../app/first-start.ts'
import { openLog } from '../app/open-log.ts'
import { openServer } from '../app/open-server.ts'
import { isSampleUnfinished, makeSampleLibrary } from '../app/sample-library.ts'
import { untilStopped } from '../app/shutdown.ts'
import { type CommonOptions, command } from './command.ts'
import { type Output, outputTo } from './output.ts'
import { showProgress } from './progress.ts'

type ServeOptions = CommonOptions & { connector: string }

export function serveCommand(): Command {
  return command('serve', 'the library server', { ofAccount: false })
    .option('--connector <origin>', "the connector's origin, for the sample library's API key", 'http://127.0.0.1:8090')
    .action(async (options: ServeOptions) => {
      const output = outputTo(options.json ?? false)
      const config = loadConfig()
      const adapters = await chooseAdapters(config)
      const started = await firstStart(config, adapters)
      const server = await openServer(config, adapters, { logger: openLog(config) }).catch((error: unknown) => {
        // said now or never: the next start finds the account and makes no other password
        if (started)
          output.note(`Made the administrator ${started.email}, password ${started.password ?? 'as configured'}`)
        throw error
      })
      setFlagsFromString('--semi-space-growth-factor=2') // see bin/descant.mjs

      const signIn = started && { email: started.email, password: started.password }
      output.result({ origin: server.origin, firstStart: signIn ?? null }, welcome(server.origin, signIn))
      if (config.sample && (started || isSampleUnfinished(config.dataFolder))) {
        // a library without samples is still a library: it is said, and the next start goes on with them
        await fillWithSamples(config, adapters, { ...options, origin: server.origin, output }).catch((error: unknown) =>
          output.note(
            `The sample library could not be made: ${error instanceof Error ? error.message : String(error)}`,
          ),
        )
      }

      await untilStopped()
      await server.close()
    })
}

function welcome(origin: string, signIn: { email: string; password: string | null } | undefined): string {
  const lines = [`The library is at ${origin}`]
  if (signIn)
    lines.push(`  Sign in as ${signIn.email}, password ${signIn.password ?? 'as DESCANT_ADMIN_PASSWORD says'}`)
  return lines.join('\n')
}

async function fillWithSamples(
  config: Config,
  adapters: Adapters,
  { origin, connector, output }: { origin: string; connector: string; output: Output },
): Promise<void> {
  const [account] = await adapters.control.read.accounts.all()
  if (!account) return
  const progress = showProgress('Making the sample library')
  const redirectUri = new URL('/dam/callback', connector).href
  const { dataFolder } = config
  const sample = await makeSampleLibrary(adapters, { account, dataFolder, redirectUri, onProgress: progress.step })
  progress.end()
  output.note(
    [
      `The sample library is ready: ${sample.files} files. For the connector's DAM settings:`,
      `  Canto Domain        ${origin}`,
      `  Canto App ID        ${sample.appId}`,
      `  Canto App Secret    ${sample.appSecret}`,
      `  Keyword for Import  ${sample.keyword}`,
    ].join('\n'),
  )
}

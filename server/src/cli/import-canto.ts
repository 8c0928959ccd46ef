import type { Command } from 'commander'
import { importCanto } from '../app/import-canto/import-canto.ts'
import { runWorkers } from '../app/run-workers.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { showProgress } from './progress.ts'

type ImportCantoOptions = CommonOptions & {
  domain: string
  appId: string
  appSecret: string
  refreshToken?: string
  code?: string
}

export function importCantoCommand(): Command {
  return command('import-canto', 'copy a whole account of a Canto server; interrupted, the same again goes on')
    .requiredOption('--domain <domain>', 'the account: acme (of canto.com), a host name, or an origin')
    .requiredOption('--app-id <id>', 'of an API key there')
    .requiredOption('--app-secret <secret>', 'of the same key')
    .option('--refresh-token <token>', 'of an administrator who signed in; without it the key speaks for itself')
    .option('--code <code>', 'what the address after signing in has after "code="; good once')
    .action((options: ImportCantoOptions) =>
      withAccount(options, async ({ config, adapters, account, library, output }) => {
        const { domain, appId, appSecret, refreshToken, code } = options
        const workers = runWorkers({ ...adapters, concurrency: Math.max(1, config.workers) })
        const progress = showProgress('Importing')
        const report = await importCanto(
          { ...adapters, library },
          {
            account,
            dataFolder: config.dataFolder,
            source: { domain, appId, appSecret, refreshToken, code },
            onProgress: progress.step,
          },
        ).finally(async () => {
          progress.end()
          await workers.close()
        })

        const { imported, updated, alreadyThere, failed } = report
        for (const { what, reason } of failed) output.note(`${what}: ${reason}`)
        output.result(
          report,
          `Imported ${imported} of ${report.found} from ${report.source}, updated ${updated}, ${alreadyThere} there already, ${failed.length} failed`,
        )
        if (failed.length > 0) process.exitCode = 1
      }),
    )
}

import { type Command, Option } from 'commander'
import { reprocess } from '../app/reprocess.ts'
import { runWorkers } from '../app/run-workers.ts'
import { type Scheme, schemes } from '../domain/asset/scheme.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { showProgress } from './progress.ts'

type ReprocessOptions = CommonOptions & { missing?: boolean; scheme?: Scheme }

export function reprocessCommand(): Command {
  return command('reprocess', 'look into files again with the tools there are now, and draw their previews anew')
    .option('--missing', 'those alone that lacked a tool, or an earlier release looked into')
    .addOption(new Option('--scheme <scheme>', 'those of one kind').choices(schemes))
    .action((options: ReprocessOptions) =>
      withAccount(options, async ({ config, adapters, account, library, output }) => {
        const workers = runWorkers({ ...adapters, concurrency: Math.max(1, config.workers) })
        const progress = showProgress('Looking into files')
        const report = await reprocess(
          { ...adapters, library },
          { missingOnly: options.missing ?? false, scheme: options.scheme ?? null, onProgress: progress.step },
        ).finally(progress.end)
        await workers.close()

        const lacking = Object.entries(report.lacking).map(([tool, files]) => `${files} could do with ${tool}`)
        output.result(
          { account: account.host, ...report },
          [`Looked into ${report.files} files again`, ...lacking].join('; '),
        )
      }),
    )
}

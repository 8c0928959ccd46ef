import type { Command } from 'commander'
import { type ReindexReport, reindex } from '../app/search-thread/reindex.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { showProgress } from './progress.ts'

export function reindexCommand(): Command {
  return command('reindex', 'make the search index anew in every process that runs').action((options: CommonOptions) =>
    withAccount(options, async ({ config, adapters, account, library, output }) => {
      const progress = showProgress('Indexing')
      const report = await reindex(
        config,
        { library, clock: adapters.clock },
        { account, onProgress: progress.step },
      ).finally(progress.end)
      output.result(report, inWords(report))
      if (report.silent.length > 0 || report.processes.some(({ failed }) => failed)) process.exitCode = 1
    }),
  )
}

function inWords({ account, processes, silent }: ReindexReport): string {
  const lines = [
    ...processes.map(({ pid, documents, ms, failed }) =>
      failed ? `Process ${pid}: ${failed}` : `Process ${pid}: ${documents} assets in ${(ms / 1000).toFixed(1)} s`,
    ),
    ...silent.map((pid) => `Process ${pid} has not answered; its log may say why`),
  ]
  const others = `The index of ${account} is made anew by whoever searches it next`
  return lines.length > 0 ? lines.join('\n') : others
}

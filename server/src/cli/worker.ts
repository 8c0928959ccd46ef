import type { Command } from 'commander'
import { openLog } from '../app/open-log.ts'
import { runWorkers } from '../app/run-workers.ts'
import { untilStopped } from '../app/shutdown.ts'
import { type CommonOptions, command, withInstallation } from './command.ts'
import { outputTo } from './output.ts'

export function workerCommand(): Command {
  return command('worker', 'background work alone, for a machine beside the server', { ofAccount: false }).action(
    (options: CommonOptions) =>
      withInstallation(async (config, adapters) => {
        const workers = runWorkers({ ...adapters, concurrency: Math.max(1, config.workers), log: openLog(config) })
        outputTo(options.json ?? false).note('Working. Stop with Ctrl+C.')
        await untilStopped()
        await workers.close()
      }),
  )
}

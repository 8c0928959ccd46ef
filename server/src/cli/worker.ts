import type { Command } from 'commander'
import { openLog } from '../app/open-log.ts'
import { runWorkers } from '../app/run-workers.ts'
import { untilStopped } from '../app/shutdown.ts'
import { runCourier } from '../app/workers/run-courier.ts'
import { type CommonOptions, command, withInstallation } from './command.ts'
import { outputTo } from './output.ts'

export function workerCommand(): Command {
  return command('worker', 'background work alone, for a machine beside the server', { ofAccount: false }).action(
    (options: CommonOptions) =>
      withInstallation(async (config, adapters) => {
        const log = openLog(config)
        const workers = runWorkers({ ...adapters, concurrency: Math.max(1, config.workers), log })
        const courier = runCourier({ ...adapters, log })
        outputTo(options.json ?? false).note('Working. Stop with Ctrl+C.')
        await untilStopped()
        await Promise.all([workers.close(), courier.close()])
      }),
  )
}

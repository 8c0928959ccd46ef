import type { Command } from 'commander'
import { backUp } from '../app/backup/back-up.ts'
import { restore } from '../app/backup/restore.ts'
import { loadConfig } from '../app/config.ts'
import { type CommonOptions, command } from './command.ts'
import { outputTo } from './output.ts'
import { showProgress } from './progress.ts'

export function backupCommand(): Command {
  return command('backup <file>', 'write everything into one file, beside a running server or without one', {
    ofAccount: false,
  }).action(async (file: string, options: CommonOptions) => {
    const output = outputTo(options.json ?? false)
    const progress = showProgress('Backing up')
    const report = await backUp(loadConfig(), { file, onProgress: progress.step }).finally(progress.end)

    for (const name of report.missing) output.note(`${name}: a row names it, and it is not there`)
    for (const name of report.damaged) output.note(`${name}: its bytes are not what its name says`)
    output.result(
      report,
      `Backed up ${report.originals} originals and ${report.renditions} renditions of ${report.accounts} account(s) to ${report.file}`,
    )
    if (report.missing.length + report.damaged.length > 0) process.exitCode = 1
  })
}

export function restoreCommand(): Command {
  return command('restore <file>', 'make an installation of a backup, in an empty data folder and with no server', {
    ofAccount: false,
  }).action(async (file: string, options: CommonOptions) => {
    const output = outputTo(options.json ?? false)
    const progress = showProgress('Restoring')
    const report = await restore(loadConfig(), { file, onProgress: progress.step }).finally(progress.end)

    for (const name of report.leftOut) output.note(`${name}: was damaged when the backup was made, and is left out`)
    const hosts = report.accounts.map(({ host }) => host).join(', ')
    output.result(
      report,
      `Restored ${report.originals} originals and ${report.renditions} renditions of ${hosts}, as of ${report.madeAt}`,
    )
    if (report.leftOut.length > 0) process.exitCode = 1
  })
}

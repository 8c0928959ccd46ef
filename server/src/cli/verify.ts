import type { Command } from 'commander'
import { verify } from '../app/verify/verify.ts'
import { type CommonOptions, chooseAccount, command, withInstallation } from './command.ts'
import { outputTo, table } from './output.ts'
import { showProgress } from './progress.ts'

export function verifyCommand(): Command {
  return command('verify', 'compare every original with what the database says of it, and the database with itself')
    .option('--quick', 'compare sizes, without reading the bytes')
    .action((options: CommonOptions & { quick?: boolean }) =>
      withInstallation(async (config, adapters) => {
        const output = outputTo(options.json ?? false)
        const all = await adapters.control.read.accounts.all()
        const accounts = options.account === undefined ? all : [await chooseAccount(adapters, options.account)]
        const progress = showProgress('Verifying')
        const { healthy, accounts: seen } = await verify(config, adapters, {
          accounts,
          quick: options.quick ?? false,
          onProgress: progress.step,
        }).finally(progress.end)

        const findings = seen.flatMap(({ host, findings }) => findings.map((each) => ({ host, ...each })))
        const sums = seen.map(({ host, originals, bytes }) => `${host}: ${originals} originals, ${bytes} bytes`)
        const rows = findings.map(({ host, kind, subject, detail }) => [kind, host, subject, detail])
        output.result(
          { healthy, accounts: seen },
          [...sums, ...(rows.length > 0 ? [table(['WHAT', 'ACCOUNT', 'SUBJECT', 'DETAIL'], rows)] : [])].join('\n') +
            (healthy ? '\nNothing is wrong.' : '\nSomething is wrong.'),
        )
        if (!healthy) process.exitCode = 1
      }),
    )
}

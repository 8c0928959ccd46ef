import { Command } from 'commander'
import { createAccount } from '../domain/account/create-account.ts'
import { accountSet } from './account-set.ts'
import { type CommonOptions, command, withInstallation } from './command.ts'
import { outputTo, table } from './output.ts'

export function accountCommands(): Command {
  return new Command('account')
    .description('libraries with their own users, files and host')
    .addCommand(add())
    .addCommand(list())
    .addCommand(accountSet())
}

const add = () =>
  command('add <host>', 'add an account; it answers on this host name', { ofAccount: false })
    .requiredOption('--name <name>', 'what people call it')
    .action((host: string, options: CommonOptions & { name: string }) =>
      withInstallation(async (_config, adapters) => {
        const account = await createAccount(adapters, { host, name: options.name })
        await adapters.libraries.of(account)
        outputTo(options.json ?? false).result(
          { id: account.id, host: account.host, name: account.name },
          `Added ${account.name} at ${account.host}. Next: descant user add EMAIL --role admin --account ${account.host}`,
        )
      }),
    )

const list = () =>
  command('list', 'all accounts', { ofAccount: false }).action((options: CommonOptions) =>
    withInstallation(async (_config, adapters) => {
      const accounts = await adapters.control.read.accounts.all()
      outputTo(options.json ?? false).result(
        accounts.map(({ id, host, name }) => ({ id, host, name })),
        table(
          ['HOST', 'NAME'],
          accounts.map(({ host, name }) => [host, name]),
        ),
      )
    }),
  )

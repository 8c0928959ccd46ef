import { Command } from 'commander'
import { type Adapters, chooseAdapters } from '../app/choose-adapters.ts'
import { type Config, loadConfig } from '../app/config.ts'
import { firstStart } from '../app/first-start.ts'
import type { Account } from '../domain/account/account.ts'
import { Invalid } from '../domain/domain-error.ts'
import type { Library } from '../domain/ports/library.ts'
import { type Output, outputTo } from './output.ts'

export type CommonOptions = { json?: boolean; account?: string }

/** What a command that works on one library gets. */
export type AtAccount = { config: Config; adapters: Adapters; account: Account; library: Library; output: Output }

/** A command with `--json`, and `--account` where it is about one library. */
export function command(usage: string, description: string, { ofAccount = true } = {}): Command {
  const made = new Command(usage.split(' ')[0]).description(description).option('--json', 'answer with one JSON value')
  for (const argument of usage.split(' ').slice(1)) made.argument(argument)
  return ofAccount ? made.option('--account <host>', 'the account, where there are several') : made
}

/** Opens the installation for as long as `run` needs it. Works beside a running server. */
export async function withInstallation<T>(run: (config: Config, adapters: Adapters) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const adapters = await chooseAdapters(config)
  try {
    return await run(config, adapters)
  } finally {
    await adapters.close()
  }
}

/** On an empty data folder this makes the first account, as the server's first start would. */
export async function withAccount<T>(options: CommonOptions, run: (at: AtAccount) => Promise<T>): Promise<T> {
  const output = outputTo(options.json ?? false)
  return await withInstallation(async (config, adapters) => {
    const started = await firstStart(config, adapters)
    if (started?.password)
      output.note(`Made the first account. Its administrator: ${started.email}, password ${started.password}`)
    const account = await chooseAccount(adapters, options.account)
    return await run({ config, adapters, account, library: await adapters.libraries.of(account), output })
  })
}

export async function chooseAccount({ control }: Adapters, host: string | undefined): Promise<Account> {
  const accounts = await control.read.accounts.all()
  const hosts = accounts.map((account) => account.host).join(', ')
  if (host === undefined) {
    const [only, another] = accounts
    if (only && !another) return only
    throw new Invalid(`There are several accounts; say which with --account: ${hosts}`)
  }
  const named = accounts.find((account) => account.host === host.toLowerCase())
  if (named) return named
  throw new Invalid(`There is no account ${host}; there are: ${hosts}`)
}

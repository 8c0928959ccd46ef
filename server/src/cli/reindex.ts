import type { Command } from 'commander'
import { askForIndex } from '../domain/search/ask-for-index.ts'
import { type CommonOptions, command, withAccount } from './command.ts'

export function reindexCommand(): Command {
  return command('reindex', 'make the search index anew in every process that runs').action((options: CommonOptions) =>
    withAccount(options, async ({ adapters, account, library, output }) => {
      await askForIndex({ ...adapters, library })
      output.result(
        { account: account.host, asked: true },
        `Every process that runs makes the search index of ${account.host} anew before its next search; others make theirs when they start`,
      )
    }),
  )
}

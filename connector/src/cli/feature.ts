import { Argument, Command } from 'commander'
import { answer } from './answer.ts'
import { withStores } from './with-stores.ts'

export const feature = new Command('feature')
  .description('activate DAM settings for the account, or put them away; without them nothing is replicated')
  .addArgument(new Argument('<state>').choices(['on', 'off']))
  .option('--json', 'answer with one JSON value')
  .action((state: 'on' | 'off', { json }: { json?: boolean }) =>
    withStores(({ account }) => {
      account.activateDamSettings(state === 'on')
      answer({ damSettings: state === 'on' }, { json, text: `DAM settings are ${state}.` })
    }),
  )

import { Command } from 'commander'
import { workingConnection } from '../replicate/working-connection.ts'
import { answer } from './answer.ts'
import { knownRedirectUri } from './redirect-uri.ts'
import { withStores } from './with-stores.ts'

export const status = new Command('status')
  .description('say whether the connector is connected, and what it holds')
  .option('--json', 'answer with one JSON value')
  .action(({ json }: { json?: boolean }) =>
    withStores((stores, config) => {
      const found = {
        connected: workingConnection(stores) !== null,
        eligible: stores.seen.count(),
        imported: stores.held.count().files,
        lastSync: stores.facts.read('last-sync'),
        redirectUri: knownRedirectUri(config, stores.facts),
        failing: stores.troubles.count(),
        problem: stores.facts.read('problem'),
      }
      const lines = [
        found.connected ? 'Connected.' : 'Not connected.',
        `${found.imported} of ${found.eligible} eligible files imported${found.failing ? `, ${found.failing} failing` : ''}.`,
        found.lastSync ? `Last looked at the DAM ${found.lastSync}.` : 'The DAM was not looked at yet.',
        `Redirect URL: ${found.redirectUri}`,
        ...(found.problem ? [found.problem] : []),
      ]
      answer(found, { json, text: lines.join('\n') })
    }),
  )

import { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { setConnection } from '../dam-settings/set-connection.ts'
import { openAgents } from '../provider/open-dam.ts'
import { answer } from './answer.ts'
import { knownRedirectUri } from './redirect-uri.ts'
import { withStores } from './with-stores.ts'

type Options = { domain: string; appId: string; appSecret: string; keyword: string; json?: boolean }

export const set = new Command('set')
  .description('fill in the DAM settings, and connect at once where the API key may act on its own')
  .requiredOption('--domain <domain>', 'Canto Domain: a name at canto.com, a host, or an origin')
  .requiredOption('--app-id <id>', 'Canto App ID')
  .requiredOption('--app-secret <secret>', 'Canto App Secret')
  .requiredOption('--keyword <keyword>', 'Keyword for Import')
  .option('--json', 'answer with one JSON value')
  .action(({ json, ...typed }: Options) =>
    withStores(async (stores, config) => {
      const agents = openAgents(config)
      try {
        const deps = { stores, agents, clock: systemClock, notice: () => {} }
        const { isConnected, sentence } = await setConnection(deps, { provider: 'canto', ...typed })
        const redirectUri = knownRedirectUri(config, stores.facts)
        const text = isConnected ? sentence : `${sentence}\nThe redirect URL of the API key has to be ${redirectUri}`
        answer({ connected: isConnected, message: sentence, redirectUri }, { json, text })
      } finally {
        await agents.close()
      }
    }),
  )

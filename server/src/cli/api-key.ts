import { Command } from 'commander'
import { Invalid } from '../domain/domain-error.ts'
import type { AppId } from '../domain/oauth/api-key.ts'
import { createApiKey } from '../domain/oauth/create-api-key.ts'
import { revokeApiKey } from '../domain/oauth/revoke-api-key.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { table } from './output.ts'

type AddOptions = CommonOptions & { name: string; redirectUri: string; clientCredentials?: boolean }

export function apiKeyCommands(): Command {
  return new Command('api-key')
    .description('applications that may ask for access')
    .addCommand(add())
    .addCommand(list())
    .addCommand(revoke())
}

const add = () =>
  command('add', 'add an API key; its secret is printed')
    .requiredOption('--name <name>', 'the application')
    .requiredOption('--redirect-uri <uri>', 'where people come back to after they allowed it')
    .option('--client-credentials', 'may get a token without a person')
    .action((options: AddOptions) =>
      withAccount(options, async ({ adapters, account, library, output }) => {
        const admin = (await library.read.users.all()).find((user) => user.role === 'admin' && !user.suspended)
        if (!admin) throw new Invalid(`${account.host} has no administrator yet: descant user add EMAIL --role admin`)
        const { name, redirectUri, clientCredentials = false } = options
        const { key, secret } = await createApiKey(adapters, {
          account,
          by: admin,
          name,
          redirectUri,
          clientCredentials,
        })
        output.result(
          { appId: key.appId, appSecret: secret, redirectUri: key.redirectUri },
          `App ID      ${key.appId}\nApp Secret  ${secret}\nRedirect    ${key.redirectUri}`,
        )
      }),
    )

const list = () =>
  command('list', 'all API keys, without their secrets').action((options: CommonOptions) =>
    withAccount(options, async ({ adapters, account, output }) => {
      const keys = await adapters.control.read.apiKeys.ofAccount(account.id)
      output.result(
        keys.map(({ appId, name, redirectUri, clientCredentials }) => ({
          appId,
          name,
          redirectUri,
          clientCredentials,
        })),
        table(
          ['APP ID', 'NAME', 'REDIRECT'],
          keys.map((key) => [key.appId, key.name, key.redirectUri]),
        ),
      )
    }),
  )

const revoke = () =>
  command('revoke <appId>', 'end an API key and every token it gave').action((appId: string, options: CommonOptions) =>
    withAccount(options, async ({ adapters, account, output }) => {
      await revokeApiKey(adapters, { account, appId: appId as AppId })
      output.result({ revoked: appId }, `Revoked ${appId}`)
    }),
  )

import { Command } from 'commander'
import { createWebhook } from '../domain/webhook/create-webhook.ts'
import { removeWebhook } from '../domain/webhook/remove-webhook.ts'
import { type WebhookId, webhookEvents } from '../domain/webhook/webhook.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { table } from './output.ts'

export function webhookCommands(): Command {
  return new Command('webhook')
    .description('addresses that are told what happens in the library')
    .addCommand(add())
    .addCommand(list())
    .addCommand(remove())
}

const add = () =>
  command('add <url>', 'tell an address what happens from now on; its token is printed')
    .option('--event <event...>', `what it is told; everything where absent: ${webhookEvents.join(', ')}`)
    .option('--secure-token <token>', 'the token the receiver expects; one is made where absent')
    .action((url: string, options: CommonOptions & { event?: string[]; secureToken?: string }) =>
      withAccount(options, async ({ adapters, library, output }) => {
        const admin = (await library.read.users.all()).find((user) => user.role === 'admin' && !user.suspended)
        const { webhook, secret } = await createWebhook(
          { ...adapters, library },
          {
            url,
            events: options.event ?? webhookEvents,
            secret: options.secureToken,
            by: admin?.email ?? '',
          },
        )
        output.result(
          { id: webhook.id, url: webhook.url, events: webhook.events, secureToken: secret },
          `Webhook  ${webhook.id}\nURL      ${webhook.url}\nEvents   ${webhook.events.join(', ')}\nToken    ${secret}`,
        )
      }),
    )

const list = () =>
  command('list', 'all webhooks, without their tokens').action((options: CommonOptions) =>
    withAccount(options, async ({ library, output }) => {
      const webhooks = await library.read.webhooks.all()
      output.result(
        webhooks.map(({ id, url, events, enabled }) => ({ id, url, events, enabled })),
        table(
          ['ID', 'ON', 'URL', 'EVENTS'],
          webhooks.map(({ id, url, events, enabled }) => [id, enabled ? 'yes' : 'no', url, events.join(' ')]),
        ),
      )
    }),
  )

const remove = () =>
  command('remove <id>', 'tell an address no more, and forget its log').action((id: string, options: CommonOptions) =>
    withAccount(options, async ({ library, output }) => {
      await removeWebhook({ library }, id as WebhookId)
      output.result({ removed: id }, `Removed ${id}`)
    }),
  )

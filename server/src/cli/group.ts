import { Command } from 'commander'
import { createGroup } from '../domain/user/change-group.ts'
import { usersNamed } from '../domain/user/find-users.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { gather } from './gather.ts'
import { table } from './output.ts'

export function groupCommands(): Command {
  return new Command('group').description('users who are granted things together').addCommand(add()).addCommand(list())
}

const add = () =>
  command('add <name>', 'add a group')
    .option('--user <email>', 'who is in it; may be given again', gather, [])
    .action((name: string, options: CommonOptions & { user: string[] }) =>
      withAccount(options, async ({ adapters, library, output }) => {
        const users = await usersNamed(library.read, options.user)
        const group = await createGroup({ ...adapters, library }, { name, users })
        output.result({ id: group.id, name: group.name, users: options.user }, `Added the group ${group.name}`)
      }),
    )

const list = () =>
  command('list', 'all groups').action((options: CommonOptions) =>
    withAccount(options, async ({ library, output }) => {
      const emails = new Map((await library.read.users.all()).map(({ id, email }) => [id, email]))
      const groups = (await library.read.groups.allWithMembers()).map(({ id, name, users }) => ({
        id,
        name,
        users: users.flatMap((user) => emails.get(user) ?? []).sort(),
      }))
      output.result(
        groups,
        table(
          ['GROUP', 'USERS'],
          groups.map(({ name, users }) => [name, users.join(', ')]),
        ),
      )
    }),
  )

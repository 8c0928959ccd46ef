import { createInterface } from 'node:readline'
import { Command, Option } from 'commander'
import { Invalid } from '../domain/domain-error.ts'
import { createUser } from '../domain/user/create-user.ts'
import { type Role, roles } from '../domain/user/user.ts'
import { type CommonOptions, command, withAccount } from './command.ts'
import { table } from './output.ts'

type AddOptions = CommonOptions & { role: Role; first: string; last: string; passwordStdin?: boolean }

export function userCommands(): Command {
  return new Command('user').description('people who may sign in').addCommand(add()).addCommand(list())
}

const add = () =>
  command('add <email>', 'add a user')
    .addOption(new Option('--role <role>', 'what the user may do').choices(roles).makeOptionMandatory())
    .option('--first <name>', 'first name', '')
    .option('--last <name>', 'last name', '')
    .option('--password-stdin', 'read the password from one line of standard input; without it one is made and printed')
    .action((email: string, options: AddOptions) =>
      withAccount(options, async ({ adapters, library, output }) => {
        const given = options.passwordStdin ? await readLine() : null
        const password = given ?? adapters.ids.newHex(10)
        const { role, first: firstName, last: lastName } = options
        const user = await createUser({ ...adapters, library }, { email, firstName, lastName, role, password })
        const { email: userId } = user
        output.result(
          { userId, role, firstName, lastName, ...(given === null ? { password } : {}) },
          `Added ${userId} as ${role}${given === null ? `, password ${password}` : ''}`,
        )
      }),
    )

const list = () =>
  command('list', 'all users').action((options: CommonOptions) =>
    withAccount(options, async ({ library, output }) => {
      const users = await library.read.users.all()
      output.result(
        users.map(({ email, role, firstName, lastName, suspended }) => ({
          userId: email,
          role,
          firstName,
          lastName,
          suspended,
        })),
        table(
          ['USER', 'ROLE', 'NAME'],
          users.map((user) => [user.email, user.role, `${user.firstName} ${user.lastName}`.trim()]),
        ),
      )
    }),
  )

async function readLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  throw new Invalid('--password-stdin was given, but standard input had no line to read a password from')
}

import { Command, Option } from 'commander'
import { type Role, roles } from '../accounts/account.ts'
import { hashPassword } from '../accounts/password.ts'
import { systemClock } from '../clock.ts'
import { answer, CommandFailed, readLine } from './answer.ts'
import { withStores } from './with-stores.ts'

const shortestPassword = 8

const add = new Command('add')
  .description('let somebody sign in; somebody who is there already gets the new role and password')
  .argument('<email>')
  .addOption(new Option('--role <role>', 'admins may change settings').choices(roles).default('member'))
  .requiredOption('--password-stdin', 'read the password, one line, from standard input')
  .option('--json', 'answer with one JSON value')
  .action((email: string, { role, json }: { role: Role; json?: boolean }) =>
    withStores(async ({ users }) => {
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandFailed(`${email} is not an e-mail address.`)
      const password = await readLine()
      if (password.length < shortestPassword) {
        throw new CommandFailed(`The password needs at least ${shortestPassword} characters.`)
      }
      const user = users.put({ email, role, passwordHash: await hashPassword(password) }, systemClock.now())
      answer(user, { json, text: `${user.email} may sign in as ${user.role}.` })
    }),
  )

export const user = new Command('user').description('people who may sign in').addCommand(add)

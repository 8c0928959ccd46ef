import type { Account } from '../domain/account/account.ts'
import { createAccount } from '../domain/account/create-account.ts'
import { createUser } from '../domain/user/create-user.ts'
import type { User } from '../domain/user/user.ts'
import type { Adapters } from './choose-adapters.ts'
import type { Config } from './config.ts'

export type FirstStart = {
  account: Account
  admin: User
  email: string
  /** Made here, to be printed once; `null` when the configuration gave it. */
  password: string | null
}

/** On an empty data folder: the first account and its administrator. `undefined` when there is one already. */
export async function firstStart(config: Config, adapters: Adapters): Promise<FirstStart | undefined> {
  const [first] = await adapters.control.read.accounts.all()
  const account = first ?? (await createAccount(adapters, { host: config.accountHost, name: 'Library' }))
  const library = await adapters.libraries.of(account)
  // A kill between the account and its administrator is taken up here.
  if (first && (await library.read.users.all()).length > 0) return undefined

  const password = config.admin.password ?? adapters.ids.newHex(8)
  const admin = await createUser(
    { ...adapters, library },
    { email: config.admin.email, firstName: 'Descant', lastName: 'Administrator', role: 'admin', password },
  )
  return { account, admin, email: admin.email, password: config.admin.password === null ? password : null }
}

import { checkedLine } from '../checked-line.ts'
import { Invalid } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Ids } from '../ports/ids.ts'
import type { Account, AccountId } from './account.ts'
import { isHostName } from './host-name.ts'

export type CreateAccountDeps = { control: Control; clock: Clock; ids: Ids }

/** A host that has an account already is refused (`host-in-use`). */
export async function createAccount(
  { control, clock, ids }: CreateAccountDeps,
  { host: asGiven, name }: { host: string; name: string },
): Promise<Account> {
  const host = asGiven.trim().toLowerCase()
  if (!isHostName(host)) throw new Invalid(`${asGiven} is not a host name; one looks like acme.dam.example`)
  const account: Account = {
    id: ids.newId<AccountId>(),
    host,
    name: checkedLine(name, { called: 'The name of the account', to: 80 }),
    publicUrl: null,
    createdAt: clock.now(),
  }
  await control.transaction(({ accounts }) => accounts.insert(account))
  return account
}

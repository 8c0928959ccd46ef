import type { Account } from '../account/account.ts'
import { findPortalFor } from '../portal/find-portal.ts'
import type { Portal } from '../portal/portal.ts'
import type { Control } from '../ports/control.ts'
import type { Libraries, Library } from '../ports/library.ts'
import type { User } from '../user/user.ts'
import type { GrantSubject } from './grant.ts'

export type LivingSubject = {
  account: Account
  library: Library
  user: User
  /** The part of the library it was given for; `null`: the main library. */
  portal: Portal | null
}

/**
 * Who a code, token or session stands for, while it still may: `undefined` once the user is gone or suspended, or had
 * a change that ends what was given before; or once the portal is gone or no longer granted.
 */
export async function livingSubject(
  { control, libraries }: { control: Control; libraries: Libraries },
  subject: Pick<GrantSubject, 'accountId' | 'userId' | 'credentialsVersion'> & { portalId?: string | null },
): Promise<LivingSubject | undefined> {
  const account = await control.read.accounts.find(subject.accountId)
  if (!account) return undefined
  const library = await libraries.of(account)
  const user = await library.read.users.find(subject.userId)
  if (!user || user.suspended || user.credentialsVersion !== subject.credentialsVersion) return undefined
  const portalId = subject.portalId ?? null
  if (portalId === null) return { account, library, user, portal: null }
  const portal = await findPortalFor(library.read, { user, reference: portalId })
  return portal && { account, library, user, portal }
}

import type { Account } from '../account/account.ts'
import type { Portal } from '../portal/portal.ts'
import type { Library } from '../ports/library.ts'
import type { Role, User } from '../user/user.ts'

/** Who asks, on whose library, and with what rights: the outcome of authentication, given to every use case. */
export type Caller = {
  account: Account
  /** Within a portal it has the portal's content alone. */
  library: Library
  user: User
  /** The user's role, or less where the token says so. */
  role: Role
  /** Where the caller is, by token or by address; `null`: in the main library. */
  portal: Portal | null
  /** `null`: the web application. */
  appId: string | null
  /** Digest of the access token, for rate limits and for ending it. */
  tokenDigest: string
}

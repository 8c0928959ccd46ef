import type { AccountId } from '../account/account.ts'
import type { Brand } from '../brand.ts'
import type { UserId } from '../user/user.ts'

/** 32 hex. */
export type AppId = Brand<string, 'AppId'>

/** An application that may ask users of this account for access. */
export type ApiKey = {
  appId: AppId
  accountId: AccountId
  name: string
  /** Compared as a string, to the letter. */
  redirectUri: string
  website: string
  logoUrl: string
  /** For the token endpoint. */
  secretDigest: string
  /** For settings, where it is shown again. */
  secretSealed: string
  clientCredentials: boolean
  createdBy: UserId
  createdAt: number
  lastUsedAt: number | null
}

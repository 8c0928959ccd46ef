import type { AccountId } from '../account/account.ts'
import type { Brand } from '../brand.ts'
import type { Role, UserId } from '../user/user.ts'
import type { AppId } from './api-key.ts'

/** Everything that came from one consent: revoked together. */
export type FamilyId = Brand<string, 'FamilyId'>

/** What a code or token stands for. */
export type GrantSubject = {
  /** `null`: the web application's own session token. */
  appId: AppId | null
  accountId: AccountId
  userId: UserId
  /** The user's `credentialsVersion` when it was given; another one now means it has ended. */
  credentialsVersion: number
  /** `null`: the main library. */
  portalId: string | null
  /** Only lowers the user's role; `null`: the user's own. */
  roleCap: Role | null
}

export type AuthorizationCode = GrantSubject & {
  digest: string
  familyId: FamilyId
  appId: AppId
  redirectUri: string
  codeChallenge: string | null
  codeChallengeMethod: 'S256' | 'plain' | null
  expiresAt: number
  usedAt: number | null
}

/**
 * A token, stored by digest. Rotation: a pair carries the digest of the refresh token it was got with in `parent`;
 * the first use of either of the pair ends the parent (`endedAt`), and using an ended refresh token revokes the family.
 */
export type Token = GrantSubject & {
  digest: string
  kind: 'access' | 'refresh'
  familyId: FamilyId
  parent: string | null
  issuedAt: number
  expiresAt: number
  firstUsedAt: number | null
  endedAt: number | null
}

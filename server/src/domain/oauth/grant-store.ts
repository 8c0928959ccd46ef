import type { AppId } from './api-key.ts'
import type { AuthorizationCode, FamilyId, Token } from './grant.ts'

export interface GrantStore {
  insertCode(code: AuthorizationCode): Promise<void>
  findCode(digest: string): Promise<AuthorizationCode | undefined>
  /** Answers false when it was used before: two callers at once can't both get true. */
  useCode(digest: string, at: number): Promise<boolean>
  insertTokens(tokens: readonly Token[]): Promise<void>
  findToken(digest: string): Promise<Token | undefined>
  markFirstUse(digest: string, at: number): Promise<void>
  endToken(digest: string, at: number): Promise<void>
  /** Deletes its tokens; its codes stay, used. */
  revokeFamily(familyId: FamilyId): Promise<void>
  revokeApp(appId: AppId): Promise<void>
  /** Deletes what has expired before `time`. */
  dropExpired(time: number): Promise<void>
}

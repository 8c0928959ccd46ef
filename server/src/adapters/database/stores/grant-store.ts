import type { Kysely } from 'kysely'
import type { AccountId } from '../../../domain/account/account.ts'
import type { AppId } from '../../../domain/oauth/api-key.ts'
import type { AuthorizationCode, FamilyId, GrantSubject, Token } from '../../../domain/oauth/grant.ts'
import type { GrantStore } from '../../../domain/oauth/grant-store.ts'
import type { Role, UserId } from '../../../domain/user/user.ts'
import type { AuthorizationCodeRow, ControlSchema, TokenRow } from '../control-schema.ts'

export const grantStore = (db: Kysely<ControlSchema>): GrantStore => ({
  async insertCode(code) {
    await db.insertInto('authorization_code').values(codeToRow(code)).execute()
  },

  async findCode(digest) {
    const row = await db.selectFrom('authorization_code').selectAll().where('digest', '=', digest).executeTakeFirst()
    return row && codeFromRow(row)
  },

  async useCode(digest, at) {
    const { numUpdatedRows } = await db
      .updateTable('authorization_code')
      .set({ used_at: at })
      .where('digest', '=', digest)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow()
    return numUpdatedRows > 0n
  },

  async insertTokens(tokens) {
    if (tokens.length > 0) await db.insertInto('token').values(tokens.map(tokenToRow)).execute()
  },

  async findToken(digest) {
    const row = await db.selectFrom('token').selectAll().where('digest', '=', digest).executeTakeFirst()
    return row && tokenFromRow(row)
  },

  async markFirstUse(digest, at) {
    await db
      .updateTable('token')
      .set({ first_used_at: at })
      .where('digest', '=', digest)
      .where('first_used_at', 'is', null)
      .execute()
  },

  async endToken(digest, at) {
    await db
      .updateTable('token')
      .set({ ended_at: at })
      .where('digest', '=', digest)
      .where('ended_at', 'is', null)
      .execute()
  },

  async revokeFamily(familyId) {
    await db.deleteFrom('token').where('family_id', '=', familyId).execute()
    // One that was never exchanged must not give tokens to a family that has ended.
    await db
      .updateTable('authorization_code')
      .set((row) => ({ used_at: row.ref('expires_at') }))
      .where('family_id', '=', familyId)
      .where('used_at', 'is', null)
      .execute()
  },

  async revokeApp(appId) {
    await db.deleteFrom('token').where('app_id', '=', appId).execute()
    await db.deleteFrom('authorization_code').where('app_id', '=', appId).execute()
  },

  async dropExpired(time) {
    await db.deleteFrom('token').where('expires_at', '<', time).execute()
    await db.deleteFrom('authorization_code').where('expires_at', '<', time).execute()
  },
})

const codeToRow = (code: AuthorizationCode): AuthorizationCodeRow => ({
  ...subjectToRow(code),
  digest: code.digest,
  family_id: code.familyId,
  app_id: code.appId,
  redirect_uri: code.redirectUri,
  code_challenge: code.codeChallenge,
  code_challenge_method: code.codeChallengeMethod,
  expires_at: code.expiresAt,
  used_at: code.usedAt,
})

const codeFromRow = (row: AuthorizationCodeRow): AuthorizationCode => ({
  ...subjectFromRow(row),
  digest: row.digest,
  familyId: row.family_id as FamilyId,
  appId: row.app_id as AppId,
  redirectUri: row.redirect_uri,
  codeChallenge: row.code_challenge,
  codeChallengeMethod: row.code_challenge_method as AuthorizationCode['codeChallengeMethod'],
  expiresAt: row.expires_at,
  usedAt: row.used_at,
})

const tokenToRow = (token: Token): TokenRow => ({
  ...subjectToRow(token),
  digest: token.digest,
  kind: token.kind,
  family_id: token.familyId,
  parent: token.parent,
  app_id: token.appId,
  issued_at: token.issuedAt,
  expires_at: token.expiresAt,
  first_used_at: token.firstUsedAt,
  ended_at: token.endedAt,
})

const tokenFromRow = (row: TokenRow): Token => ({
  ...subjectFromRow(row),
  digest: row.digest,
  kind: row.kind as Token['kind'],
  familyId: row.family_id as FamilyId,
  parent: row.parent,
  appId: row.app_id as AppId | null,
  issuedAt: row.issued_at,
  expiresAt: row.expires_at,
  firstUsedAt: row.first_used_at,
  endedAt: row.ended_at,
})

const subjectToRow = (subject: GrantSubject) => ({
  account_id: subject.accountId,
  user_id: subject.userId,
  credentials_version: subject.credentialsVersion,
  portal_id: subject.portalId,
  role_cap: subject.roleCap,
})

const subjectFromRow = (row: TokenRow | AuthorizationCodeRow): Omit<GrantSubject, 'appId'> => ({
  accountId: row.account_id as AccountId,
  userId: row.user_id as UserId,
  credentialsVersion: row.credentials_version,
  portalId: row.portal_id,
  roleCap: row.role_cap as Role | null,
})

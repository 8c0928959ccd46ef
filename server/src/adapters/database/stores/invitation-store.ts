import type { Kysely } from 'kysely'
import type { InvitationStore } from '../../../domain/user/invitation-store.ts'
import type { UserId } from '../../../domain/user/user.ts'
import type { LibrarySchema } from '../library-schema.ts'

export const invitationStore = (db: Kysely<LibrarySchema>): InvitationStore => ({
  async put({ userId, digest, expiresAt }) {
    await db
      .insertInto('invitation')
      .values({ user_id: userId, digest, expires_at: expiresAt })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ digest, expires_at: expiresAt }))
      .execute()
  },

  async find(digest) {
    const row = await db.selectFrom('invitation').selectAll().where('digest', '=', digest).executeTakeFirst()
    return row && { userId: row.user_id as UserId, digest: row.digest, expiresAt: row.expires_at }
  },

  async delete(user) {
    await db.deleteFrom('invitation').where('user_id', '=', user).execute()
  },
})

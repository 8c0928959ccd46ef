import type { Kysely } from 'kysely'
import type { SignInAttemptStore } from '../../../domain/oauth/sign-in-attempt-store.ts'
import type { ControlSchema } from '../control-schema.ts'

export const signInAttemptStore = (db: Kysely<ControlSchema>): SignInAttemptStore => ({
  async recordFailure(subject, at) {
    await db.insertInto('sign_in_failure').values({ subject, failed_at: at }).execute()
  },

  async countFailures(subject, since) {
    const { failures } = await db
      .selectFrom('sign_in_failure')
      .select((row) => row.fn.countAll<number>().as('failures'))
      .where('subject', '=', subject)
      .where('failed_at', '>=', since)
      .executeTakeFirstOrThrow()
    return failures
  },

  async clear(subject) {
    await db.deleteFrom('sign_in_failure').where('subject', '=', subject).execute()
  },

  async dropBefore(time) {
    await db.deleteFrom('sign_in_failure').where('failed_at', '<', time).execute()
  },
})

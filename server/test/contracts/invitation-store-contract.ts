import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someUser } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function invitationStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`invitations: ${database.name}`, () => {
    const libraries = librariesOn(database)

    test('a user has one invitation, the last one, until it is taken back', async () => {
      const library = await libraries.open()
      const { id: userId } = someUser()
      const [first, second] = ['first', 'second'].map((digest) => ({ userId, digest, expiresAt: noon }))
      await library.transaction(async ({ users, invitations }) => {
        await users.insert({ ...someUser(), id: userId })
        if (first) await invitations.put(first)
        if (second) await invitations.put({ ...second, expiresAt: noon + 1 })
      })

      expect(await library.read.invitations.find('first')).toBeUndefined()
      expect(await library.read.invitations.find('second')).toEqual({ ...second, expiresAt: noon + 1 })

      await library.transaction(({ invitations }) => invitations.delete(userId))
      expect(await library.read.invitations.find('second')).toBeUndefined()
    })

    test('it goes with its user', async () => {
      const library = await libraries.open()
      const user = someUser()
      await library.transaction(async ({ users, invitations }) => {
        await users.insert(user)
        await invitations.put({ userId: user.id, digest: 'word', expiresAt: noon })
        await users.delete(user.id)
        await users.delete(user.id)
      })

      expect(await library.read.invitations.find('word')).toBeUndefined()
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { someUser } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function userStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`users: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withUser(said: Parameters<typeof someUser>[0] = {}) {
      const library = await libraries.open()
      const user = someUser(said)
      await library.transaction(({ users }) => users.insert(user))
      return { library, user }
    }

    test('a user comes back as it was, by id and by e-mail without regard to case', async () => {
      const { library, user } = await withUser({ email: 'jörg@acme.example', passwordHash: null, suspended: true })

      expect(await library.read.users.find(user.id)).toEqual(user)
      expect(await library.read.users.findByEmail('JÖRG@Acme.Example')).toEqual(user)
    })

    test('what is not there is undefined', async () => {
      const { users } = (await libraries.open()).read

      expect(await users.find(someUser().id)).toBeUndefined()
      expect(await users.findByEmail('nobody@acme.example')).toBeUndefined()
      expect(await users.all()).toEqual([])
    })

    test('an e-mail address has one user, without regard to case', async () => {
      const { library } = await withUser({ email: 'jörg@acme.example' })

      const refused = library.transaction(({ users }) => users.insert(someUser({ email: 'JÖRG@acme.example' })))

      await expect(refused).rejects.toMatchObject({ refusal: 'invalid', code: 'user-exists' })
      expect(await library.read.users.all()).toHaveLength(1)
    })

    test('of two who want an address at once one gets it', async () => {
      const library = await libraries.open()

      const both = await Promise.allSettled(
        ['a@b.example', 'A@B.example'].map((email) =>
          library.transaction(({ users }) => users.insert(someUser({ email }))),
        ),
      )

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    test('an update replaces everything but the id', async () => {
      const { library, user } = await withUser()
      const changed = {
        ...someUser({ role: 'admin', mayAccessMainLibrary: false, credentialsVersion: 7 }),
        id: user.id,
      }

      await library.transaction(({ users }) => users.update(changed))

      expect(await library.read.users.find(user.id)).toEqual(changed)
    })

    test('an update can not take another’s address, and may spell its own anew', async () => {
      const { library, user } = await withUser({ email: 'mara@acme.example' })
      const other = someUser({ email: 'ines@acme.example' })
      await library.transaction(({ users }) => users.insert(other))

      const refused = library.transaction(({ users }) => users.update({ ...other, email: 'Mara@acme.example' }))

      await expect(refused).rejects.toMatchObject({ code: 'user-exists' })
      await library.transaction(({ users }) => users.update({ ...user, email: 'MARA@acme.example' }))
      expect((await library.read.users.find(user.id))?.email).toBe('MARA@acme.example')
    })

    test('all come by e-mail address', async () => {
      const library = await libraries.open()
      await library.transaction(async ({ users }) => {
        for (const email of ['c@x.example', 'B@x.example', 'a-b@x.example', 'a@x.example', 'é@x.example']) {
          await users.insert(someUser({ email }))
        }
      })

      const emails = (await library.read.users.all()).map(({ email }) => email)

      expect(emails).toEqual(['a-b@x.example', 'a@x.example', 'B@x.example', 'c@x.example', 'é@x.example'])
    })
  })
}

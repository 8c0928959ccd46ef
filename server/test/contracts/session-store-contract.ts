import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someSession } from '../harness/made-up.ts'
import { accountIn, controlOn } from './opened-for-tests.ts'

export function sessionStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`web sessions: ${database.name}`, () => {
    const controls = controlOn(database)

    test('a session comes back as it was, is extended, and ends', async () => {
      const control = await controls.open()
      const session = someSession(await accountIn(control))

      await control.transaction(({ sessions }) => sessions.insert(session))
      expect(await control.read.sessions.find(session.digest)).toEqual(session)

      await control.transaction(({ sessions }) => sessions.extend(session.digest, noon + 9))
      expect(await control.read.sessions.find(session.digest)).toEqual({ ...session, expiresAt: noon + 9 })

      await control.transaction(({ sessions }) => sessions.delete(session.digest))
      expect(await control.read.sessions.find(session.digest)).toBeUndefined()
    })

    test('extending and ending an unknown one resolves', async () => {
      const control = await controls.open()

      await control.transaction(async ({ sessions }) => {
        await sessions.extend('unknown', noon)
        await sessions.delete('unknown')
      })

      expect(await control.read.sessions.find('unknown')).toBeUndefined()
    })

    test('what expired before a time is dropped', async () => {
      const control = await controls.open()
      const account = await accountIn(control)
      const old = someSession(account, { expiresAt: noon - 1 })
      const living = someSession(account, { expiresAt: noon })
      await control.transaction(async ({ sessions }) => {
        await sessions.insert(old)
        await sessions.insert(living)
      })

      await control.transaction(({ sessions }) => sessions.dropExpired(noon))

      expect(await control.read.sessions.find(old.digest)).toBeUndefined()
      expect(await control.read.sessions.find(living.digest)).toEqual(living)
    })
  })
}

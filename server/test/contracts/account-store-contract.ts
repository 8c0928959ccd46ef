import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAccount } from '../harness/made-up.ts'
import { accountIn, controlOn } from './opened-for-tests.ts'

export function accountStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`accounts: ${database.name}`, () => {
    const controls = controlOn(database)

    test('an account comes back as it was, by id and by host', async () => {
      const control = await controls.open()
      const account = someAccount({ name: 'Zoë & Söhne', publicUrl: 'https://dam.acme.example' })

      await control.transaction(({ accounts }) => accounts.insert(account))

      expect(await control.read.accounts.find(account.id)).toEqual(account)
      expect(await control.read.accounts.findByHost(account.host)).toEqual(account)
    })

    test('what is not there is undefined', async () => {
      const { accounts } = (await controls.open()).read
      const { id, host } = someAccount()

      expect(await accounts.find(id)).toBeUndefined()
      expect(await accounts.findByHost(host)).toBeUndefined()
    })

    test('a host has one account', async () => {
      const control = await controls.open()
      const { host } = await accountIn(control)
      const second = someAccount({ host })

      const refused = control.transaction(({ accounts }) => accounts.insert(second))

      await expect(refused).rejects.toMatchObject({ refusal: 'invalid', code: 'host-in-use' })
      expect(await control.read.accounts.find(second.id)).toBeUndefined()
    })

    test('of two who want a host at once one gets it', async () => {
      const control = await controls.open()
      const { host } = someAccount()

      const both = await Promise.allSettled(
        [1, 2].map(() => control.transaction(({ accounts }) => accounts.insert(someAccount({ host })))),
      )

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    test('all come oldest first', async () => {
      const control = await controls.open()
      const later = someAccount({ createdAt: noon + 1 })
      const earlier = someAccount({ createdAt: noon - 1 })
      await control.transaction(async ({ accounts }) => {
        await accounts.insert(later)
        await accounts.insert(earlier)
      })

      const all = await control.read.accounts.all()

      const times = all.map(({ createdAt }) => createdAt)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(all).toEqual(expect.arrayContaining([earlier, later]))
    })
  })
}

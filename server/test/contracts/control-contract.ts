import { afterEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAccount, someApiKey, someCode } from '../harness/made-up.ts'

export function controlContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`control: ${database.name}`, () => {
    const closing: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0)) await close()
    })
    async function create() {
      const own = await database.create()
      closing.push(own.close)
      return own
    }

    test('processes that start at once on nothing make one installation', async () => {
      const own = await create()

      const opened = await Promise.all([own.open(), own.open(), own.open()])

      const account = someAccount()
      await opened[0]?.control.transaction(({ accounts }) => accounts.insert(account))
      for (const { control } of opened) expect(await control.read.accounts.all()).toEqual([account])
    })

    test('a transaction that throws leaves nothing', async () => {
      const { control } = await (await create()).open()
      const account = someAccount()

      const failed = control.transaction(async ({ accounts, apiKeys }) => {
        await accounts.insert(account)
        await apiKeys.insert(someApiKey(account))
        throw new Error('changed my mind')
      })

      await expect(failed).rejects.toThrow('changed my mind')
      expect(await control.read.accounts.all()).toEqual([])
      expect(await control.read.apiKeys.ofAccount(account.id)).toEqual([])
    })

    test('a refused account does not spoil the rest of its transaction', async () => {
      const { control } = await (await create()).open()
      const account = someAccount()

      await control.transaction(async ({ accounts }) => {
        await accounts.insert(account)
        await accounts.insert(someAccount({ host: account.host })).catch(() => {})
        await accounts.insert(someAccount())
      })

      expect(await control.read.accounts.all()).toHaveLength(2)
    })

    test('of twenty in two processes who use a code at once exactly one may', async () => {
      const own = await create()
      const opened = [await own.open(), await own.open()]
      const account = someAccount()
      const key = someApiKey(account)
      const code = someCode(key)
      await opened[0]?.control.transaction(async ({ accounts, apiKeys, grants }) => {
        await accounts.insert(account)
        await apiKeys.insert(key)
        await grants.insertCode(code)
      })

      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          opened[i % 2]?.control.transaction(({ grants }) => grants.useCode(code.digest, noon + i)),
        ),
      )

      expect(answers.filter(Boolean)).toHaveLength(1)
    })
  })
}

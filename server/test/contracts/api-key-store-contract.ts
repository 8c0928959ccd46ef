import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someApiKey, someCode, someToken } from '../harness/made-up.ts'
import { accountIn, controlOn } from './opened-for-tests.ts'

export function apiKeyStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`API keys: ${database.name}`, () => {
    const controls = controlOn(database)

    test('a key comes back as it was', async () => {
      const control = await controls.open()
      const key = someApiKey(await accountIn(control), { clientCredentials: true, lastUsedAt: noon })

      await control.transaction(({ apiKeys }) => apiKeys.insert(key))

      expect(await control.read.apiKeys.find(key.appId)).toEqual(key)
    })

    test('an unknown one is undefined, and deleting or changing it resolves', async () => {
      const control = await controls.open()
      const { appId } = someApiKey(await accountIn(control))

      await control.transaction(async ({ apiKeys }) => {
        await apiKeys.delete(appId)
        await apiKeys.update(appId, { name: 'Other' })
      })

      expect(await control.read.apiKeys.find(appId)).toBeUndefined()
    })

    test('an update changes what it names and nothing else', async () => {
      const control = await controls.open()
      const key = someApiKey(await accountIn(control))
      await control.transaction(({ apiKeys }) => apiKeys.insert(key))
      const fields = { name: 'Other', redirectUri: 'x:y', website: 'w', logoUrl: 'l', clientCredentials: true }

      await control.transaction(async ({ apiKeys }) => {
        await apiKeys.update(key.appId, { lastUsedAt: noon + 5 })
        await apiKeys.update(key.appId, fields)
        await apiKeys.update(key.appId, {})
      })

      expect(await control.read.apiKeys.find(key.appId)).toEqual({ ...key, ...fields, lastUsedAt: noon + 5 })
    })

    test('an account sees its own, by name without regard to case', async () => {
      const control = await controls.open()
      const account = await accountIn(control)
      const other = await accountIn(control)
      await control.transaction(async ({ apiKeys }) => {
        for (const name of ['Zebra', 'écluse', 'apple', 'Banana']) await apiKeys.insert(someApiKey(account, { name }))
        await apiKeys.insert(someApiKey(other, { name: 'Theirs' }))
      })

      const names = (await control.read.apiKeys.ofAccount(account.id)).map(({ name }) => name)

      expect(names).toEqual(['apple', 'Banana', 'Zebra', 'écluse'])
    })

    test('a deleted key takes every code and token it gave with it, and no others', async () => {
      const control = await controls.open()
      const account = await accountIn(control)
      const key = someApiKey(account)
      const kept = someApiKey(account)
      const [code, keptCode] = [someCode(key), someCode(kept)]
      const [token, keptToken] = [someToken(account, { appId: key.appId }), someToken(account, { appId: kept.appId })]
      await control.transaction(async ({ apiKeys, grants }) => {
        await apiKeys.insert(key)
        await apiKeys.insert(kept)
        await grants.insertCode(code)
        await grants.insertCode(keptCode)
        await grants.insertTokens([token, keptToken])
      })

      await control.transaction(({ apiKeys }) => apiKeys.delete(key.appId))

      const { apiKeys, grants } = control.read
      expect(await apiKeys.find(key.appId)).toBeUndefined()
      expect(await grants.findCode(code.digest)).toBeUndefined()
      expect(await grants.findToken(token.digest)).toBeUndefined()
      expect(await grants.findCode(keptCode.digest)).toEqual(keptCode)
      expect(await grants.findToken(keptToken.digest)).toEqual(keptToken)
    })
  })
}

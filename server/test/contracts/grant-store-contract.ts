import { describe, expect, test } from 'vitest'
import type { Control } from '../../src/domain/ports/control.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someApiKey, someCode, someToken } from '../harness/made-up.ts'
import { accountIn, controlOn } from './opened-for-tests.ts'

export function grantStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`codes and tokens: ${database.name}`, () => {
    const controls = controlOn(database)

    async function withKey() {
      const control = await controls.open()
      const account = await accountIn(control)
      const key = someApiKey(account)
      await control.transaction(({ apiKeys }) => apiKeys.insert(key))
      return { control, account, key }
    }
    const insertCode = (control: Control, code: ReturnType<typeof someCode>) =>
      control.transaction(({ grants }) => grants.insertCode(code))

    test('a code comes back as it was', async () => {
      const { control, key } = await withKey()
      const code = someCode(key, {
        codeChallenge: 'abc',
        codeChallengeMethod: 'S256',
        portalId: 'p',
        roleCap: 'consumer',
      })

      await insertCode(control, code)

      expect(await control.read.grants.findCode(code.digest)).toEqual(code)
      expect(await control.read.grants.findCode('unknown')).toBeUndefined()
    })

    test('a code is used once', async () => {
      const { control, key } = await withKey()
      const code = someCode(key)
      await insertCode(control, code)
      const use = (at: number) => control.transaction(({ grants }) => grants.useCode(code.digest, at))

      expect(await use(noon)).toBe(true)
      expect(await use(noon + 1)).toBe(false)
      expect(await control.read.grants.findCode(code.digest)).toEqual({ ...code, usedAt: noon })
    })

    test('an unknown code can not be used', async () => {
      const { control } = await withKey()

      expect(await control.transaction(({ grants }) => grants.useCode('unknown', noon))).toBe(false)
    })

    test('of twenty who use a code at once exactly one may', async () => {
      const { control, key } = await withKey()
      const code = someCode(key)
      await insertCode(control, code)

      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          control.transaction(({ grants }) => grants.useCode(code.digest, noon + i)),
        ),
      )

      expect(answers.filter(Boolean)).toHaveLength(1)
    })

    test('tokens come back as they were, the web application’s own too', async () => {
      const { control, account, key } = await withKey()
      const access = someToken(account, { appId: key.appId, parent: 'before', roleCap: 'contributor', portalId: 'p' })
      const refresh = someToken(account, { kind: 'refresh', firstUsedAt: noon, endedAt: noon + 1 })

      await control.transaction(({ grants }) => grants.insertTokens([access, refresh]))
      await control.transaction(({ grants }) => grants.insertTokens([]))

      expect(await control.read.grants.findToken(access.digest)).toEqual(access)
      expect(await control.read.grants.findToken(refresh.digest)).toEqual(refresh)
      expect(await control.read.grants.findToken('unknown')).toBeUndefined()
    })

    test('the first use and the end of a token stay what they were first', async () => {
      const { control, account } = await withKey()
      const token = someToken(account)
      await control.transaction(({ grants }) => grants.insertTokens([token]))

      for (const at of [noon + 1, noon + 2]) {
        await control.transaction(async ({ grants }) => {
          await grants.markFirstUse(token.digest, at)
          await grants.endToken(token.digest, at)
        })
      }

      const found = await control.read.grants.findToken(token.digest)
      expect(found).toEqual({ ...token, firstUsedAt: noon + 1, endedAt: noon + 1 })
    })

    test('revoking a family deletes its tokens and leaves its codes, used', async () => {
      const { control, account, key } = await withKey()
      const used = someCode(key, { usedAt: noon })
      const family = { familyId: used.familyId }
      const unused = someCode(key, family)
      const [token, other] = [someToken(account, family), someToken(account)]
      await insertCode(control, used)
      await insertCode(control, unused)
      await control.transaction(({ grants }) => grants.insertTokens([token, other]))

      await control.transaction(({ grants }) => grants.revokeFamily(used.familyId))

      const { grants } = control.read
      expect(await grants.findToken(token.digest)).toBeUndefined()
      expect(await grants.findToken(other.digest)).toEqual(other)
      expect(await grants.findCode(used.digest)).toEqual(used)
      expect(await control.transaction((stores) => stores.grants.useCode(unused.digest, noon))).toBe(false)
    })

    test('revoking an app ends all it was given and leaves the others', async () => {
      const { control, account, key } = await withKey()
      const code = someCode(key)
      const [token, own] = [someToken(account, { appId: key.appId }), someToken(account)]
      await insertCode(control, code)
      await control.transaction(({ grants }) => grants.insertTokens([token, own]))

      await control.transaction(({ grants }) => grants.revokeApp(key.appId))

      const { apiKeys, grants } = control.read
      expect(await grants.findCode(code.digest)).toBeUndefined()
      expect(await grants.findToken(token.digest)).toBeUndefined()
      expect(await grants.findToken(own.digest)).toEqual(own)
      expect(await apiKeys.find(key.appId)).toEqual(key)
    })

    test('what expired before a time is dropped, what expires at it stays', async () => {
      const { control, account, key } = await withKey()
      const [oldCode, newCode] = [someCode(key, { expiresAt: noon - 1 }), someCode(key, { expiresAt: noon })]
      const [oldToken, newToken] = [noon - 1, noon].map((expiresAt) => someToken(account, { expiresAt }))
      await insertCode(control, oldCode)
      await insertCode(control, newCode)
      await control.transaction(({ grants }) => grants.insertTokens([oldToken, newToken].filter((token) => !!token)))

      await control.transaction(({ grants }) => grants.dropExpired(noon))

      const { grants } = control.read
      expect(await grants.findCode(oldCode.digest)).toBeUndefined()
      expect(await grants.findCode(newCode.digest)).toEqual(newCode)
      expect(await grants.findToken(oldToken?.digest ?? '')).toBeUndefined()
      expect(await grants.findToken(newToken?.digest ?? '')).toEqual(newToken)
    })
  })
}

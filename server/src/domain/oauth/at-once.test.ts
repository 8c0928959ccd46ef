import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { availableDatabases, type OwnDatabase } from '../../../test/harness/databases.ts'
import { movableClock } from '../../../test/harness/movable-clock.ts'
import { openSecrets } from '../../adapters/crypto/open-secrets.ts'
import { randomIds } from '../../adapters/crypto/random-ids.ts'
import type { Account } from '../account/account.ts'
import { createAccount } from '../account/create-account.ts'
import type { Library } from '../ports/library.ts'
import { createUser } from '../user/create-user.ts'
import type { User } from '../user/user.ts'
import type { ApiKey } from './api-key.ts'
import { authenticate } from './authenticate.ts'
import { createApiKey } from './create-api-key.ts'
import { exchangeCode, type TokenDeps } from './exchange-code.ts'
import { issueCode } from './issue-code.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { refreshTokens } from './refresh-tokens.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { signIn } from './sign-in.ts'

for (const { name, missing, create } of availableDatabases()) {
  describe.skipIf(missing)(`two servers on one database, at once (${name})`, () => {
    let own: OwnDatabase
    let servers: TokenDeps[]
    let account: Account
    let library: Library
    let user: User
    let app: ApiKey

    beforeAll(async () => {
      own = await create()
      const shared = { clock: movableClock(), ids: randomIds, secrets: openSecrets(randomBytes(32)) }
      const first = await own.open()
      servers = [first, await own.open()].map(({ control, libraries }) => ({ ...shared, control, libraries }))
      const deps = { ...shared, control: first.control, libraries: first.libraries }
      account = await createAccount(deps, { host: 'localhost', name: 'Library' })
      library = await first.libraries.of(account)
      const person = { email: 'a@b.example', firstName: 'A', lastName: 'B', role: 'admin', password: 'secret' } as const
      user = await createUser({ ...deps, library }, person)
      app = await newApp()
    })
    afterAll(() => own.close())

    const server = (turn: number): TokenDeps => {
      const chosen = servers[turn % servers.length]
      if (!chosen) throw new Error('No server')
      return chosen
    }
    const newApp = async () =>
      (await createApiKey(server(0), { account, by: user, name: 'App', redirectUri: 'https://app.example/' })).key
    const code = () => issueCode(server(0), { app, library, user, portalId: null, challenge: undefined })
    const exchange = (turn: number, given: string) =>
      exchangeCode(server(turn), { app, code: given, redirectUri: undefined, verifier: undefined })
    const refresh = (turn: number, refreshToken: string | null) =>
      refreshTokens(server(turn), { app, refreshToken: refreshToken ?? undefined, redirectUri: undefined })
    const use = ({ accessToken }: IssuedTokens, turn = 0) =>
      authenticate(server(turn), { token: accessToken, account, portal: null })
    const many = <T>(count: number, work: (turn: number) => Promise<T>) =>
      Promise.allSettled(Array.from({ length: count }, (_, turn) => work(turn)))
    const good = <T>(outcomes: PromiseSettledResult<T>[]): T[] =>
      outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    const codes = (outcomes: PromiseSettledResult<unknown>[]) =>
      outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : []))

    test('a code gives tokens to one alone, and these are taken back', async () => {
      const given = await code()
      const outcomes = await many(10, (turn) => exchange(turn, given))
      const [first, ...others] = good(outcomes)
      expect(others).toEqual([])
      expect(codes(outcomes)).toEqual(Array.from({ length: 9 }, () => 'authentication-expired'))
      if (!first) throw new Error('Nobody got tokens')
      await expect(use(first)).rejects.toMatchObject({ code: 'unauthenticated' })
      await expect(refresh(0, first.refreshToken)).rejects.toMatchObject({ code: 'authentication-fail' })
    })

    test('refreshes and first uses end in pairs that all work, or in a family that is gone for all', async () => {
      for (let round = 0; round < 5; round++) {
        const old = await exchange(0, await code())
        const pairs = good(await many(4, (turn) => refresh(turn, old.refreshToken)))
        expect(pairs).toHaveLength(4)
        // while the first of the new tokens are used, somebody comes with the old one
        const outcomes = await many(8, async (turn) => {
          const pair = pairs[turn % 4]
          if (turn < 4 && pair) await use(pair, turn)
          else return refresh(turn, old.refreshToken)
        })
        const isRevoked = codes(outcomes).includes('authentication-fail')
        const later = await many(4, (turn) => use(pairs[turn] ?? old, turn))
        expect(good(later)).toHaveLength(isRevoked ? 0 : 4)
        if (!isRevoked)
          await expect(refresh(0, old.refreshToken)).rejects.toMatchObject({ code: 'authentication-fail' })
        expect(good(await many(4, (turn) => use(pairs[turn] ?? old, turn)))).toEqual([])
      }
    })

    test('nothing is given by an API key that was revoked meanwhile', async () => {
      const before = app
      app = await newApp()
      const given = await code()
      const { appId } = app
      const outcomes = await Promise.allSettled([
        exchange(0, given),
        revokeApiKey(server(1), { account, appId }),
        exchange(1, given),
      ])
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled' && outcome.value) {
          await expect(use(outcome.value)).rejects.toMatchObject({ code: 'unauthenticated' })
        }
        // whatever came first, nobody sees an error of the database
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'authentication-expired' })
      }
      app = before
    })

    test('guesses are counted over both', async () => {
      const guess = (turn: number) =>
        signIn(server(turn), { account, email: user.email, password: 'guess', address: `198.51.100.${turn}` })
      const outcomes = codes(await many(24, guess))
      expect(outcomes.filter((each) => each === 'unauthenticated')).toHaveLength(10)
      expect(outcomes.filter((each) => each === 'too-many')).toHaveLength(14)
    })
  })
}

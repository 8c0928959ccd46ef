import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { type Adapters, chooseAdapters } from '../../src/app/choose-adapters.ts'
import { loadConfig } from '../../src/app/config.ts'
import { openServer, type ServerOptions } from '../../src/app/open-server.ts'
import type { Account, AccountId } from '../../src/domain/account/account.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import type { Role, User, UserId } from '../../src/domain/user/user.ts'
import { checkedAnswers } from './checked-answers.ts'
import { giveToken } from './give-token.ts'
import { type Answer, type Ask, ask } from './http-client.ts'
import { movableClock, type Span } from './movable-clock.ts'
import { type Person, personAt } from './person.ts'

/** A running server with its own database, files and clock. */
export type Dam = {
  origin: string
  /** Its data folder. */
  folder: string
  /** For what HTTP can't say. */
  adapters: Adapters
  account: Account
  library: Library
  /** The same name is the same person. Roles: contributor unless said. `of`: another account's host. */
  person(name: string, options?: { role?: Role; of?: Account }): Promise<Person>
  /** Another library on the same server; its people's requests name its host through a trusted proxy. */
  addAccount(host: string): Promise<Account>
  /** Without a token. */
  ask<Body = unknown>(method: string, path: string, options?: Ask): Promise<Answer<Body>>
  advance(by: Span): void
  /** Resolves when no job waits or runs. */
  settle(): Promise<void>
  close(): Promise<void>
}

export type DamOptions = { env?: Record<string, string> } & Pick<ServerOptions, 'onRoute'>

export async function startDam({ env = {}, onRoute }: DamOptions = {}): Promise<Dam> {
  const folder = await mkdtemp(join(tmpdir(), 'descant-'))
  const clock = movableClock()
  const config = loadConfig({
    DESCANT_DATA: folder,
    DESCANT_PORT: '0',
    DESCANT_TRUST_PROXY: 'loopback',
    DESCANT_RATE_LIMITS: 'off',
    DESCANT_WORKERS: '1',
    ...env,
  })
  const adapters = await chooseAdapters(config, clock)
  const addAccount = (host: string) => insertAccount(adapters, host)
  const account = await addAccount('localhost')
  const server = await openServer(config, adapters, { serializer: checkedAnswers, ...(onRoute && { onRoute }) })
  const people = new Map<string, Person>()

  const settle = async () => {
    for (const each of await adapters.control.read.accounts.all()) {
      const library = await adapters.libraries.of(each)
      while ((await library.read.jobs.countUnfinished()) > 0) await server.workers.idle()
    }
  }

  return {
    origin: server.origin,
    folder,
    adapters,
    account,
    library: await adapters.libraries.of(account),
    addAccount,
    async person(name, { role = 'contributor', of = account } = {}) {
      const key = `${of.id} ${name}`
      const known = people.get(key)
      if (known) return known
      const { user, password } = await insertUser(adapters, of, name, role)
      const token = await giveToken(adapters, of, user)
      const made = personAt(server.origin, of.id === account.id ? null : of.host, user, password, token, settle)
      people.set(key, made)
      return made
    },
    ask: (method, path, options) => ask(method, new URL(path, server.origin).href, options),
    advance: (by) => clock.advance(by),
    settle,
    async close() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function insertAccount({ control, ids, clock }: Adapters, host: string): Promise<Account> {
  const account: Account = { id: ids.newId<AccountId>(), host, name: host, publicUrl: null, createdAt: clock.now() }
  await control.transaction(({ accounts }) => accounts.insert(account))
  return account
}

async function insertUser(adapters: Adapters, account: Account, name: string, role: Role) {
  const { ids, clock, secrets, libraries } = adapters
  const password = `${name}'s long secret`
  const user: User = {
    id: ids.newId<UserId>(),
    email: `${name}@descant.test`,
    firstName: name.charAt(0).toUpperCase() + name.slice(1),
    lastName: 'Tester',
    role,
    passwordHash: await secrets.hashPassword(password),
    suspended: false,
    mayAccessMainLibrary: true,
    credentialsVersion: 1,
    createdAt: clock.now(),
  }
  const library = await libraries.of(account)
  await library.transaction(({ users }) => users.insert(user))
  return { user, password }
}

/** `test('…', async ({ dam }) => …)`: each test has a server of its own. */
export const test = base.extend<{ damOptions: DamOptions; dam: Dam }>({
  damOptions: [{}, { injected: false }],
  dam: async ({ damOptions }, use) => {
    const dam = await startDam(damOptions)
    await use(dam)
    await dam.close()
  },
})

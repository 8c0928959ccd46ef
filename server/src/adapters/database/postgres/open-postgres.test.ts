import pg from 'pg'
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { availableDatabases } from '../../../../test/harness/databases.ts'
import { noon, someAccount, someId, someUser } from '../../../../test/harness/made-up.ts'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { Unavailable } from '../../../domain/domain-error.ts'
import { openDatabase } from '../open-database.ts'

for (const { name, missing, create } of availableDatabases().filter((each) => !each.name.startsWith('SQLite'))) {
  describe.skipIf(missing)(name, () => {
    async function openOne() {
      const own = await create()
      onTestFinished(() => own.close())
      const url = 'url' in own.options ? own.options.url : ''
      const database = await own.open()
      const account = someAccount()
      return { own, url, database, account, library: await database.libraries.of(account) }
    }

    test('everything is in the schemas of the installation and of the account', async () => {
      const { url, account } = await openOne()

      const rows = await ask(url, `select distinct schemaname as name from pg_tables where schemaname !~ '^(pg_|info)'`)

      expect(rows.map((row) => row.name).sort()).toEqual([`account_${account.id}`, 'descant_control'])
    })

    test('a connection lost inside a transaction is Unavailable, undoes it, and the next one works', async () => {
      const { url, library } = await openOne()
      const [lost, kept] = [someUser(), someUser()]

      const failed = library.transaction(async ({ users }) => {
        await users.insert(lost)
        await endSessions(url, 'descant')
        await users.find(lost.id)
      })

      await expect(failed).rejects.toBeInstanceOf(Unavailable)
      await library.transaction(({ users }) => users.insert(kept))
      expect(await library.read.users.all()).toEqual([kept])
    })

    test('connections lost while idle cost nothing', async () => {
      const { url, library } = await openOne()
      await library.read.users.all()

      await endSessions(url, 'descant')

      await vi.waitFor(async () => expect(await library.read.users.all()).toEqual([]))
    })

    test('who listens hears of other processes again after its connection was lost', async () => {
      const { own, url, account, library } = await openOne()
      const elsewhere = await (await own.open()).libraries.of(account)
      const append = () =>
        elsewhere.transaction(({ changes }) =>
          changes.append([{ event: 'asset.added', scheme: 'image', id: someId<AssetId>(), time: noon }]),
        )
      let heard = 0
      const stop = library.onCommit(() => {
        heard += 1
      })
      onTestFinished(stop)
      await vi.waitFor(async () => expect(await listening(url)).toBe(1), { timeout: 5_000 })

      await endSessions(url, 'descant commits')
      await append()

      await vi.waitFor(() => expect(heard).toBe(1), { timeout: 4_000 })
    })

    test('what a newer version has made is not touched', async () => {
      const { url } = await openOne()
      await ask(url, `insert into descant_control.migration (name) values ('9999-of-tomorrow.sql')`)

      await expect(openDatabase({ url })).rejects.toThrow('newer version of this program: it has 9999-of-tomorrow.sql')
    })

    test('a server that is not there is Unavailable', async () => {
      const url = new URL(inject('postgresUrl') ?? '')
      url.port = '1'

      await expect(openDatabase({ url: url.href })).rejects.toBeInstanceOf(Unavailable)
    })
  })
}

async function ask(url: string, statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'a test' })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** As an administrator, a proxy or a restart would. */
const endSessions = (url: string, application: string) =>
  ask(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = '${application}'`,
  )

const listening = async (url: string) =>
  (
    await ask(
      url,
      `select 1 from pg_stat_activity where datname = current_database() and application_name = 'descant commits'
       and query ilike 'listen%' and state = 'idle'`,
    )
  ).length

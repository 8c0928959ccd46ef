import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import type { ContentList } from '@descant/contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startDam } from '../../../test/harness/dam.ts'
import { availableDatabases, type OwnDatabase } from '../../../test/harness/databases.ts'
import { expectAsMadeAnew } from '../../../test/harness/expect-as-made-anew.ts'
import { ask } from '../../../test/harness/http-client.ts'
import { addAssets } from '../../../test/harness/searched.ts'
import { startServerProcess } from '../../../test/harness/server-process.ts'
import type { Library } from '../../domain/ports/library.ts'
import { chooseAdapters } from '../choose-adapters.ts'
import { loadConfig } from '../config.ts'

const run = promisify(execFile)
const main = new URL('../../main.ts', import.meta.url).pathname

for (const database of availableDatabases()) {
  describe.skipIf(database.missing)(`Beside a server on ${database.name}`, () => {
    test('reindex waits until the server has made its index anew', async () => {
      const own = await database.create()
      const { library, found, descant } = await aServer(own)
      await addAssets(library, ['poster', 'lion'])
      expect(await found()).toBe(2)

      const report = await descant('reindex')

      expect(report).toMatchObject({
        asked: true,
        processes: [{ pid: expect.any(Number), documents: 2 }],
        silent: [],
      })
      expect(await found()).toBe(2)
    })

    test('killed in the middle of writes, the server begins with its snapshot and finds all that was committed', async () => {
      const own = await database.create()
      const { library, found, server, env } = await aServer(own)
      await addAssets(
        library,
        Array.from({ length: 40 }, (_, no) => `before ${no}`),
      )
      expect(await found()).toBe(40)
      await server.stop() // leaves a snapshot
      const again = await startServerProcess(env)
      onTestFinished(() => again.close())
      const foundAgain = async () => await foundAt(again)
      expect(await foundAgain()).toBe(40)
      let written = 0
      const writing = (async () => {
        for (; written < 400; written++) {
          await addAssets(library, [`poster ${written}`])
          if (written % 3 === 0) await foundAgain().catch(() => {}) // the server is killed meanwhile
        }
      })()
      await expect.poll(() => written).toBeGreaterThan(20)

      await again.kill()
      await writing

      const adapters = await chooseAdapters(loadConfig(env))
      const news: string[] = []
      adapters.searches.listen((_, what) => void news.push('from' in what ? `made from ${what.from}` : what.event))
      onTestFinished(() => adapters.close())
      const [account] = await adapters.control.read.accounts.all()
      if (!account) throw new Error('There is no account')
      await expectAsMadeAnew(adapters.searches, await adapters.libraries.of(account))
      expect(news).toEqual(['made from snapshot'])
    })
  })
}

test('verify finds what an index has not been told of, puts it right, and is content the next time', async () => {
  const own = await availableDatabases()[0]?.create()
  if (!own) throw new Error('SQLite is always there')
  const { library, found, descant, fileOf } = await aServer(own)
  const ids = await addAssets(library, ['poster', 'lion', 'leaf'])
  expect(await found()).toBe(3)
  const file = new DatabaseSync(fileOf(library))
  file.exec(
    `update asset set name = 'panther' where id = '${ids[0]}'; update asset set trashed_at = 1 where id = '${ids[1]}'`,
  )
  file.close()
  expect(await found()).toBe(3)
  expect(await found('keyword=panther')).toBe(0)

  const wrong = await descant('verify', '--quick').catch((error: { stdout: string }) => JSON.parse(error.stdout))

  expect(wrong).toMatchObject({ healthy: false })
  const findings = (wrong as Report).accounts[0]?.findings.filter(({ kind }) => kind === 'index')
  expect(findings).toMatchObject([
    { subject: expect.stringContaining('process'), detail: expect.stringContaining('1 too much, 1 not as they are') },
  ])
  expect(await found()).toBe(2)
  expect(await found('keyword=panther')).toBe(1)
  const content = (await descant('verify', '--quick').catch((error: { stdout: string }) =>
    JSON.parse(error.stdout),
  )) as Report
  expect(content.accounts[0]?.findings.filter(({ kind }) => kind === 'index')).toEqual([])
})

test('Without room for the index, searches are 503 and name the setting, and everything else goes on', async () => {
  const dam = await startDam({ env: { DESCANT_SEARCH_MEMORY: '1' } })
  onTestFinished(() => dam.close())
  const mara = await dam.person('mara')
  const [poster] = await addAssets(
    dam.library,
    Array.from({ length: 6_000 }, (_, no) => ({ name: `asset ${no}`, description: `described by ${no} words` })),
  )

  const refused = await mara.get<{ code: number; message: string }>('/api/v1/search')

  expect(refused).toMatchObject({ status: 503, body: { code: 50300 } })
  expect(refused.body.message).toContain('DESCANT_SEARCH_MEMORY')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await mara.get(`/api/v1/image/${poster}`)).status).toBe(200)
  expect((await dam.ask('GET', '/health/ready')).status).toBe(200)
})

type Report = { accounts: { findings: { kind: string }[] }[] }

const foundAt = async (
  { origin, authorization }: { origin: string; authorization: string },
  wire = '',
): Promise<number> => {
  const answer = await ask<ContentList>('GET', `${origin}/api/v1/search?${wire}`, { headers: { authorization } })
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.found
}

/** A server process on this database, and the same library opened here as another process would. */
async function aServer(own: OwnDatabase) {
  const folder = await mkdtemp(join(tmpdir(), 'descant-beside-'))
  const env = { DESCANT_DATA: folder, ...('url' in own.options ? { DESCANT_DATABASE_URL: own.options.url } : {}) }
  const server = await startServerProcess(env)
  const adapters = await chooseAdapters(loadConfig(env))
  onTestFinished(async () => {
    await adapters.close()
    await server.close()
    await own.close()
    await rm(folder, { recursive: true, force: true })
  })
  const [account] = await adapters.control.read.accounts.all()
  if (!account) throw new Error('The server made no account')
  return {
    env,
    server,
    library: await adapters.libraries.of(account),
    found: (wire?: string) => foundAt(server, wire),
    fileOf: ({ accountId }: Library) => join(folder, 'accounts', accountId, 'library.sqlite'),
    async descant(...words: string[]) {
      const { stdout } = await run(process.execPath, [main, ...words, '--json'], { env: { ...process.env, ...env } })
      return JSON.parse(stdout) as unknown
    },
  }
}

import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { librarySchema } from '../../../server/src/adapters/database/postgres/schema-names.ts'
import { libraryFile } from '../../../server/src/adapters/database/sqlite/database-files.ts'
import { type Adapters, chooseAdapters } from '../../../server/src/app/choose-adapters.ts'
import { type Config, loadConfig } from '../../../server/src/app/config.ts'
import { firstStart } from '../../../server/src/app/first-start.ts'
import { noteAttached } from '../../../server/src/domain/asset/note-attached.ts'
import type { CustomField } from '../../../server/src/domain/custom-field/custom-field.ts'
import { Dice } from './dice.ts'
import { madeUpLibrary } from './made-up-assets.ts'
import { madeUpFields } from './made-up-fields.ts'
import { postgresSink } from './postgres-sink.ts'
import type { RowSink } from './row-sink.ts'
import { rowOfCollection, rowOfKeyword, rowsOfAsset } from './rows-of.ts'
import { generation } from './shape.ts'
import { sqliteSink } from './sqlite-sink.ts'

export type Environment = Record<string, string>

/** Where generated libraries are kept from run to run, unless somebody names another folder. */
export const usualFolder = join(tmpdir(), 'descant-bench-search')

/** The environment of a server on a library of so many assets in SQLite; made when it is not there yet. */
export async function sqliteLibrary(count: number, folder: string, say: (text: string) => void): Promise<Environment> {
  const data = join(folder, `${count}-v${generation}`)
  if (existsSync(data)) return environment(data)
  const part = `${data}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await generate(count, environment(part), say, (_config, account) => sqliteSink(join(part, libraryFile(account))))
  await rename(part, data)
  return environment(data)
}

/** The same in an empty PostgreSQL database. `data`: a folder for the rest. */
export async function postgresLibrary(
  count: number,
  { url, data }: { url: string; data: string },
  say: (text: string) => void,
): Promise<Environment> {
  const env = { ...environment(data), DESCANT_DATABASE_URL: url }
  await generate(count, env, say, (_config, account) => postgresSink(url, librarySchema(account)))
  return env
}

const environment = (data: string): Environment => ({
  DESCANT_DATA: data,
  DESCANT_PORT: '0',
  DESCANT_RATE_LIMITS: 'off',
  DESCANT_LOG: 'error',
})

type OpenSink = (config: Config, account: string) => RowSink | Promise<RowSink>

async function generate(count: number, env: Environment, say: (text: string) => void, open: OpenSink): Promise<void> {
  const began = performance.now()
  const config = loadConfig(env)
  const { account, fields } = await withAdapters(config, prepare)
  const sink = await open(config, account)
  const library = madeUpLibrary(count)
  const dice = new Dice(count + 2)
  const keywordIds = new Map(library.keywords.map((name) => [name, dice.id()]))
  const uses = new Map<string, number>()
  const use = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1)

  let done = 0
  for (const asset of library.assets(fields)) {
    for (const row of rowsOfAsset(asset, keywordIds)) sink.put(row)
    for (const name of [...asset.keywords, ...asset.albumIds]) use(name)
    done++
    if (done % 1000 === 0) await sink.pause()
    if (done % 100_000 === 0) say(`${done.toLocaleString('en')} assets written`)
  }
  for (const [name, id] of keywordIds) sink.put(rowOfKeyword(id, name, uses.get(name) ?? 0))
  for (const one of library.tree.collections) sink.put(rowOfCollection(one, uses.get(one.id) ?? 0))
  await sink.standAt(count)
  await sink.finish()
  await withAdapters(config, noteAll)
  say(`library of ${count.toLocaleString('en')} assets made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

/** By the product's own rules. */
async function noteAll({ control, libraries }: Adapters): Promise<void> {
  for (const account of await control.read.accounts.all()) {
    const library = await libraries.of(account)
    while ((await library.read.assets.notNoted(1)).length > 0) await noteAttached({ library })
  }
}

async function withAdapters<T>(config: Config, use: (adapters: Adapters, config: Config) => Promise<T>): Promise<T> {
  const adapters = await chooseAdapters(config)
  try {
    return await use(adapters, config)
  } finally {
    await adapters.close()
  }
}

/** Account, administrator and fields, by the product's own rules. */
async function prepare(adapters: Adapters, config: Config): Promise<{ account: string; fields: CustomField[] }> {
  const started = await firstStart(config, adapters)
  if (!started) throw new Error('There is a library already where one should be generated')
  const library = await adapters.libraries.of(started.account)
  const fields = await library.transaction(async ({ customFields }) => {
    const made: CustomField[] = []
    for (const { id, ...field } of madeUpFields) made.push(await customFields.insert(field))
    return made
  })
  return { account: started.account.id, fields }
}

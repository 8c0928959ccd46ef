import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../server/test/harness/throwaway-postgres.ts'
import { askPeers } from './ask-peers.ts'
import { type Environment, postgresLibrary, sqliteLibrary, usualFolder } from './library/generate-library.ts'
import { madeUpLibrary } from './library/made-up-assets.ts'
import { measureServer } from './measure-server.ts'
import { printSearch } from './print-search.ts'
import { questions } from './questions.ts'

export type SearchBenchOptions = {
  assets: number
  /** The same questions are put to SQLite FTS5 and PostgreSQL as well. */
  peers: boolean
  /** The library lies in PostgreSQL instead of SQLite. */
  postgres: boolean
  /** Where generated libraries are kept; `null`: among the temporary files. */
  data: string | null
  json: boolean
}

const say = (text: string): void => console.error(text)

/** Search over HTTP in a library of so many assets, and what others make of the same questions. */
export async function benchSearch({ assets, peers, postgres, data, json }: SearchBenchOptions): Promise<void> {
  if (!Number.isInteger(assets) || assets < 10_000) throw new Error('--assets is a whole number of 10,000 or more')
  const kept = data ?? usualFolder
  await mkdir(kept, { recursive: true })
  const run = await mkdtemp(join(kept, 'run-'))
  const library = madeUpLibrary(assets)
  const asked = questions(library, assets)
  try {
    const { env, close } = postgres ? await inPostgres(assets, run) : await inSqlite(assets, kept, run)
    const ours = await measureServer({ env, assets, asked, folder: run, say }).finally(close)
    const others = peers ? await askPeers({ library, assets, asked, folder: kept, say }) : []
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`
    const result = { assets, database: postgres ? 'PostgreSQL' : 'SQLite', machine, ours, others }
    if (json) console.log(JSON.stringify(result))
    else printSearch(result, asked)
  } finally {
    await rm(run, { recursive: true, force: true })
  }
}

type Place = { env: Environment; close(): Promise<void> }

/** On a copy: what is measured also writes. */
async function inSqlite(assets: number, kept: string, run: string): Promise<Place> {
  const env = await sqliteLibrary(assets, kept, say)
  const data = join(run, 'data')
  await cp(env.DESCANT_DATA ?? '', data, { recursive: true })
  return { env: { ...env, DESCANT_DATA: data }, close: async () => {} }
}

async function inPostgres(assets: number, run: string): Promise<Place> {
  const server = await startPostgres({ tuned: 'shared_buffers = 1GB\n' })
  if (!server) throw new Error('PostgreSQL is not installed')
  const env = await postgresLibrary(assets, { url: server.url, data: join(run, 'data') }, say)
  return { env, close: () => server.close() }
}

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/adapters/database/open-database.ts'

export type DatabaseOptions = { dataFolder: string } | { url: string }

/** A database that nobody else uses. */
export type OwnDatabase = {
  /** For `openDatabase`, here or in a process of its own. */
  options: DatabaseOptions
  /** As another process would: a second opening of the same. Closed by `close`. */
  open(): Promise<Database>
  close(): Promise<void>
}

export type TestDatabase = {
  /** For titles; says why it is skipped when it is. */
  name: string
  missing: boolean
  create(): Promise<OwnDatabase>
}

/** Both, always: use `describe.skipIf(missing)(name, …)`, so that what is not run is named. */
export function availableDatabases(): [sqlite: TestDatabase, postgres: TestDatabase] {
  const postgresUrl = inject('postgresUrl')
  return [
    { name: 'SQLite', missing: false, create: createSqlite },
    postgresUrl === null
      ? { name: 'PostgreSQL (skipped: it is not installed)', missing: true, create: notInstalled }
      : { name: 'PostgreSQL', missing: false, create: () => createPostgres(postgresUrl) },
  ]
}

async function createSqlite(): Promise<OwnDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'descant-database-'))
  return own({ dataFolder }, () => rm(dataFolder, { recursive: true, force: true }))
}

async function createPostgres(serverUrl: string): Promise<OwnDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = name
  return own({ url: url.href }, () => onServer(serverUrl, `drop database ${name} with (force)`))
}

function own(options: DatabaseOptions, remove: () => Promise<void>): OwnDatabase {
  const opened: Database[] = []
  return {
    options,
    async open() {
      const database = await openDatabase(options)
      opened.push(database)
      return database
    },
    async close() {
      await Promise.all(opened.map((database) => database.close()))
      await remove()
    },
  }
}

async function notInstalled(): Promise<never> {
  throw new Error('PostgreSQL is not installed')
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

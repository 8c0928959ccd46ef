import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Unavailable } from '../../../domain/domain-error.ts'
import { sqliteDialect } from '../dialects/sqlite.ts'
import type { Engine, OpenTransaction } from '../engine.ts'
import { finish } from '../guarded-transaction.ts'
import { WriterQueue } from '../writer-queue.ts'
import { openReadingConnection, type ReadingConnection } from './reading-connection.ts'
import { isBusy, isDiskTrouble } from './sqlite-error.ts'
import { oncePerTurn, type Turns } from './turns.ts'
import type { Writers } from './writers.ts'

const writeLockPatienceMs = 20_000
const foreignCommitPollMs = 100

/** One SQLite file: written through the writer thread, read here by a connection that can't write. */
export async function openSqliteEngine(path: string, writers: Writers, turns: Turns): Promise<Engine> {
  await makePrivateFile(path)
  await writers.ask({ kind: 'open', path })

  const connection = openReadingConnection(path)
  const queue = new WriterQueue()

  return {
    dialect: sqliteDialect,
    schema: null,
    read: connection.read,
    async transaction(work) {
      try {
        return await queue.run(() => transaction(path, writers, work))
      } finally {
        turns.renew()
      }
    },
    prepare: async () => {},
    announce: async () => {},
    lookAgain: () => turns.begin(),
    stamp: oncePerTurn(turns, connection.version),
    watch: (changed) => watchForeignCommits(connection, changed),
    async close() {
      await queue.idle()
      connection.close()
      await writers.ask({ kind: 'close', path })
    },
  }
}

/** SQLite gives the files beside it (-wal, -shm) the mode of the file itself. */
async function makePrivateFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  await file.close()
}

async function transaction<T>(path: string, writers: Writers, work: (open: OpenTransaction) => Promise<T>): Promise<T> {
  const run = (sql: string, parameters: readonly unknown[] = []) => writers.ask({ kind: 'run', path, sql, parameters })
  await begin(() => run('begin immediate'))
  try {
    return await finish({ run, ...script(path, writers), ...ending(run) }, work)
  } catch (error) {
    throw isDiskTrouble(error) ? new Unavailable('The disk of the library is full or failing', { cause: error }) : error
  }
}

const script = (path: string, writers: Writers) => ({
  async script(sql: string) {
    await writers.ask({ kind: 'script', path, sql })
  },
})

const ending = (run: (sql: string) => Promise<unknown>) => ({
  async commit() {
    await run('commit')
  },
  async rollback() {
    // Fails where SQLite has rolled back by itself, as it does on a full disk.
    await run('rollback').catch(() => {})
  },
})

/** Other processes write the same file; who finds it locked tries again, without holding up the writer thread. */
async function begin(tryToBegin: () => Promise<unknown>): Promise<void> {
  const giveUpAt = performance.now() + writeLockPatienceMs
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 20)) {
    try {
      await tryToBegin()
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > giveUpAt) throw new Unavailable('The library is busy', { cause: error })
      await wait(pauseMs * (0.5 + Math.random()))
    }
  }
}

function watchForeignCommits({ version, isOpen }: ReadingConnection, changed: () => void): () => void {
  let seen = version()
  const timer = setInterval(() => {
    if (!isOpen()) return clearInterval(timer)
    const now = version()
    if (now === seen) return
    seen = now
    changed()
  }, foreignCommitPollMs)
  timer.unref()
  return () => clearInterval(timer)
}

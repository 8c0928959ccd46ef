import type pg from 'pg'
import { postgresDialect } from '../dialects/postgres.ts'
import type { Engine, OpenTransaction } from '../engine.ts'
import { type BegunTransaction, finish } from '../guarded-transaction.ts'
import { WriterQueue } from '../writer-queue.ts'
import { announcement, type CommitNews } from './commit-news.ts'
import { type Pools, runOn } from './pools.ts'
import { mayBeTriedAgain, translateError } from './postgres-error.ts'
import { prepareSchema } from './prepare-schema.ts'

/** One schema of the server. `schema` is a plain identifier of ours. */
export function postgresEngine(schema: string, pools: Pools, news: CommitNews): Engine {
  const queue = new WriterQueue()

  return {
    dialect: postgresDialect,
    schema,
    read: { run: (sql, parameters) => runOn(pools.read, sql, parameters) },
    transaction: (work) => queue.run(() => tryAgain(() => transaction(schema, pools, work))),
    prepare: (open) =>
      prepareSchema(schema, {
        run: async (sql, parameters) => (await open.run(sql, parameters)).rows,
        script: (sql) => open.script(sql),
      }),
    async announce(open) {
      await open.run(announcement.sql, announcement.parameters(schema))
    },
    stamp: () => null,
    lookAgain: () => {},
    watch: (changed) => news.watch(schema, changed),
    close: () => queue.idle(),
  }
}

/**
 * Write transactions of one schema come one after another, over all processes, by an advisory lock that the first
 * statement takes and the commit gives back: rules behave as on SQLite, and the change log's numbers follow commits.
 * Serializable instead would undo nearly every pair that overlaps, since each counts the log up, and so cost more than
 * the waiting. It is READ COMMITTED because a snapshot taken before the lock was given would miss the last commit.
 */
async function transaction<T>(schema: string, pools: Pools, work: (open: OpenTransaction) => Promise<T>): Promise<T> {
  const client = await pools.write.connect().catch((error) => {
    throw translateError(error)
  })
  // Until it has ended well the connection is not fit for another: it may be in the middle of something, or gone.
  let broken = true
  try {
    await runOn(client, 'begin', [])
    await runOn(client, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`descant ${schema}`])
    return await finish(
      begun(client, () => {
        broken = false
      }),
      work,
    )
  } finally {
    client.release(broken)
  }
}

function begun(client: pg.PoolClient, hasEnded: () => void): BegunTransaction {
  return {
    run: (sql, parameters) => runOn(client, sql, parameters),
    async script(sql) {
      await client.query(sql)
    },
    async commit() {
      const { command } = await client.query('commit').catch((error) => {
        throw translateError(error)
      })
      hasEnded()
      // So PostgreSQL answers, without an error, where a statement had failed.
      if (command !== 'COMMIT') throw new Error('The transaction was rolled back')
    },
    async rollback() {
      await client.query('rollback').then(hasEnded, () => {})
    },
  }
}

async function tryAgain<T>(transact: () => Promise<T>, tries = 5): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await transact()
    } catch (error) {
      if (left <= 1 || !mayBeTriedAgain(error)) throw error
    }
  }
}

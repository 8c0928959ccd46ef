import pg from 'pg'
import type { StatementResult } from '../engine.ts'
import { storable } from '../storable.ts'
import { translateError } from './postgres-error.ts'

export type Pools = { read: pg.Pool; write: pg.Pool; close(): Promise<void> }

/** Reads have connections of their own, so that they never wait for transactions, and can't write. */
export function openPools(url: string): Pools {
  const read = openReadingPool(url, 10)
  const write = openPool(
    url,
    '-c default_transaction_isolation=read\\ committed -c lock_timeout=20000 -c idle_in_transaction_session_timeout=60000',
    10,
  )
  return {
    read,
    write,
    async close() {
      await Promise.all([read.end(), write.end()])
    },
  }
}

/** `most`: connections. */
export const openReadingPool = (url: string, most: number): pg.Pool =>
  openPool(url, '-c default_transaction_read_only=on -c statement_timeout=30000', most)

function openPool(url: string, options: string, most: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'descant',
    options,
    max: most,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: numbersForBigints,
  })
  // A connection lost while nobody uses it leaves the pool by itself; one in use rejects its statement. Without these
  // listeners both would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Times, sizes and counts fit a number, and both databases answer with one. */
export const numbersForBigints: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text'),
}

/** On a pool or on one of its clients. */
export async function runOn(
  where: { query(query: pg.QueryConfig): Promise<pg.QueryResult> },
  sql: string,
  parameters: readonly unknown[],
): Promise<StatementResult> {
  try {
    const { rows, rowCount } = await where.query({ text: sql, values: parameters.map(storable) })
    return { rows, affected: rowCount ?? 0 }
  } catch (error) {
    throw translateError(error)
  }
}

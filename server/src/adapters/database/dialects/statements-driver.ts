import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { Statements } from '../engine.ts'

/** Kysely compiles and types; connections and transactions are ours, so this only hands statements on. */
export function statementsDriver(statements: Statements): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affected } = await statements.run(sql, parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(affected) }
    },
    streamQuery: () => {
      throw new Error('Statements are not streamed: ask for pages')
    },
  }
  return {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: begunByTheEngine,
    commitTransaction: begunByTheEngine,
    rollbackTransaction: begunByTheEngine,
    destroy: nothing,
  }
}

async function nothing(): Promise<void> {}

async function begunByTheEngine(): Promise<void> {
  throw new Error('Transactions begin and end in the engine')
}

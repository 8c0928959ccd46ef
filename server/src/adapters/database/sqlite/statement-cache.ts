import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { storable } from '../storable.ts'

export type Prepared = { statement: StatementSync; answersRows: boolean }

/** Prepared statements by their text, the least recently used leaving first. */
export class StatementCache {
  readonly #prepared = new Map<string, Prepared>()
  readonly #prepare: (sql: string) => StatementSync
  readonly #capacity: number

  constructor(prepare: (sql: string) => StatementSync, capacity = 500) {
    this.#prepare = prepare
    this.#capacity = capacity
  }

  get(sql: string): Prepared {
    const found = this.#prepared.get(sql) ?? this.#make(sql)
    this.#prepared.delete(sql)
    this.#prepared.set(sql, found)
    return found
  }

  #make(sql: string): Prepared {
    const [oldest] = this.#prepared.keys()
    if (oldest !== undefined && this.#prepared.size >= this.#capacity) this.#prepared.delete(oldest)
    const statement = this.#prepare(sql)
    return { statement, answersRows: statement.columns().length > 0 }
  }
}

export function runStatement(
  { statement, answersRows }: Prepared,
  parameters: readonly unknown[],
): { rows: unknown[]; affected: number } {
  const values = parameters.map(storable) as SQLInputValue[]
  if (answersRows) return { rows: statement.all(...values), affected: 0 }
  return { rows: [], affected: Number(statement.run(...values).changes) }
}

import type { SqlDialect } from './dialects/sql-dialect.ts'

export type StatementResult = { rows: unknown[]; affected: number }

/** Where SQL goes: the reading side of a database, or one open transaction. */
export interface Statements {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>
}

/** An open transaction. Every statement after its end rejects. */
export interface OpenTransaction extends Statements {
  /** Several statements without parameters, for migrations. */
  script(sql: string): Promise<void>
}

/** One database — the control's or a library's — whichever product keeps it. */
export interface Engine {
  readonly dialect: SqlDialect
  /** Where its tables are; `null`: it has a file of its own. */
  readonly schema: string | null
  /** Sees what is committed, refuses to write, waits for no transaction. */
  readonly read: Statements
  /** One at a time per database, over all processes. Commits when `work` resolves, rolls back when it rejects. */
  transaction<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T>
  /** Inside a transaction, before the first migration looks at the database. */
  prepare(open: OpenTransaction): Promise<void>
  /** Inside a transaction: tells the other processes when it commits, where they can't see it by themselves. */
  announce(open: OpenTransaction): Promise<void>
  /** Another value whenever something was committed since; `null`: it can't be told without asking the server. */
  stamp(): number | null
  /** Stamps told before count no longer. */
  lookAgain(): void
  /** Calls when another process may have committed, and may call without reason. */
  watch(changed: () => void): () => void
  close(): Promise<void>
}

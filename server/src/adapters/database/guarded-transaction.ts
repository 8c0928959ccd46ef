import type { OpenTransaction, StatementResult } from './engine.ts'

/** What an engine gives: a connection on which a transaction has begun. */
export type BegunTransaction = OpenTransaction & { commit(): Promise<void>; rollback(): Promise<void> }

/** Does the work and ends the transaction as it ends: nothing of it is left unless every statement went well. */
export async function finish<T>(begun: BegunTransaction, work: (open: OpenTransaction) => Promise<T>): Promise<T> {
  const guarded = new GuardedTransaction(begun)
  try {
    const result = await work(guarded)
    await guarded.end()
    await begun.commit()
    return result
  } catch (error) {
    await guarded.end().catch(() => {})
    await begun.rollback()
    throw error
  }
}

/**
 * One statement after another, none after the end, and none after one that failed: PostgreSQL would refuse them, so
 * that work which catches an error and goes on must not pass on SQLite.
 */
class GuardedTransaction implements OpenTransaction {
  readonly #begun: OpenTransaction
  #last: Promise<unknown> = Promise.resolve()
  #ended = false
  #failure: { error: unknown } | undefined

  constructor(begun: OpenTransaction) {
    this.#begun = begun
  }

  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    return this.#next(() => this.#begun.run(sql, parameters))
  }

  script(sql: string): Promise<void> {
    return this.#next(() => this.#begun.script(sql))
  }

  /** Waits for statements that nobody waited for; rejects when one has failed. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#last
    if (this.#failure) throw this.#failure.error
  }

  #next<T>(statement: () => Promise<T>): Promise<T> {
    if (this.#ended) return Promise.reject(new Error('The transaction has ended'))

    const turn = this.#last.then(async () => {
      if (this.#failure) throw new Error('A statement of this transaction has failed', { cause: this.#failure.error })
      return statement()
    })
    this.#last = turn.catch((error) => {
      this.#failure ??= { error }
    })
    return turn
  }
}

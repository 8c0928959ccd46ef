import { AsyncLocalStorage } from 'node:async_hooks'

/** The write transactions of one database in this process, one after another, in the order they were asked for. */
export class WriterQueue {
  #last: Promise<unknown> = Promise.resolve()
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>()

  async run<T>(transaction: () => Promise<T>): Promise<T> {
    // It would wait for itself for ever.
    if (this.#inside.getStore()?.open) throw new Error('A transaction of this database is open here already')

    const turn = this.#last.then(() => this.#take(transaction))
    this.#last = turn.catch(() => {})
    return turn
  }

  async #take<T>(transaction: () => Promise<T>): Promise<T> {
    const mark = { open: true }
    try {
      return await this.#inside.run(mark, transaction)
    } finally {
      mark.open = false
    }
  }

  /** Resolves when all that were asked for so far have ended. */
  async idle(): Promise<void> {
    await this.#last
  }
}

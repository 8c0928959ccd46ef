import type { Engine } from './engine.ts'

/** How far the change log and the job queue have been written: the last number each has given out. */
export type Mark = { change: number; job: number }

/** Tells this process's listeners of commits that others must know of, whichever process made them, once each. */
export class CommitWatch {
  readonly #engine: Engine
  readonly #readMark: () => Promise<Mark>
  readonly #listeners = new Set<() => void>()
  #seen: Mark
  #stopWatching: (() => void) | undefined

  constructor(engine: Engine, readMark: () => Promise<Mark>, seen: Mark) {
    this.#engine = engine
    this.#readMark = readMark
    this.#seen = seen
  }

  listen(listener: () => void): () => void {
    const own = () => listener()
    this.#listeners.add(own)
    this.#stopWatching ??= this.#watch()
    return () => {
      this.#listeners.delete(own)
      if (this.#listeners.size === 0) this.stop()
    }
  }

  /** A commit has brought the log and the queue this far. */
  reached(mark: Mark): void {
    if (mark.change <= this.#seen.change && mark.job <= this.#seen.job) return
    this.#seen = { change: Math.max(mark.change, this.#seen.change), job: Math.max(mark.job, this.#seen.job) }
    // A listener that throws is a bug of its own and must not fail the transaction that called it.
    for (const listener of this.#listeners) queueMicrotask(listener)
  }

  stop(): void {
    this.#stopWatching?.()
    this.#stopWatching = undefined
  }

  #watch(): () => void {
    const look = () => {
      // A database that can't be read now is looked at again with the next sign of life.
      this.#readMark().then(
        (mark) => this.reached(mark),
        () => {},
      )
    }
    look() // what was committed while nobody listened
    return this.#engine.watch(look)
  }
}

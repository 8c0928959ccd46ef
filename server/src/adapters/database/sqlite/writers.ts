import { Worker } from 'node:worker_threads'
import { Unavailable } from '../../../domain/domain-error.ts'
import type { StatementResult } from '../engine.ts'
import { SqliteError } from './sqlite-error.ts'
import type { WriterAnswer, WriterRequest } from './writer-protocol.ts'

type Wanted = WriterRequest extends infer Each ? (Each extends { id: number } ? Omit<Each, 'id'> : never) : never
type Waiting = { resolve(result: StatementResult): void; reject(error: Error): void }

/** This process's end of the writer thread. It does not keep the process alive unless something is asked. */
export class Writers {
  readonly #thread: Worker
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #ended: Error | undefined

  constructor() {
    // Flags of the process (`--eval`, a debugger's port) are not meant for it.
    this.#thread = new Worker(new URL('./start-writer-thread.mjs', import.meta.url), {
      name: 'sqlite writers',
      execArgv: [],
    })
    this.#thread.unref()
    this.#thread.on('message', (answer: WriterAnswer) => this.#settle(answer))
    this.#thread.on('error', (error) => this.#end(error as Error))
    this.#thread.on('exit', () => this.#end(new Error('The writer thread has ended')))
  }

  ask(wanted: Wanted): Promise<StatementResult> {
    if (this.#ended) return Promise.reject(new Unavailable('The database is closed', { cause: this.#ended }))

    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      if (this.#waiting.size === 0) this.#thread.ref()
      this.#waiting.set(id, { resolve, reject })
      this.#thread.postMessage({ ...wanted, id })
    })
  }

  async close(): Promise<void> {
    await this.#thread.terminate()
  }

  #settle(answer: WriterAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#thread.unref()
    if ('failed' in answer) waiting?.reject(new SqliteError(answer.failed.message, answer.failed.errcode))
    else waiting?.resolve({ rows: answer.rows, affected: answer.affected })
  }

  #end(cause: Error): void {
    this.#ended ??= cause
    for (const { reject } of this.#waiting.values()) reject(new Unavailable('The database has stopped', { cause }))
    this.#waiting.clear()
  }
}

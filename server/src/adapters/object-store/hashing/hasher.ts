import { Worker } from 'node:worker_threads'
import type { Hashes, HashRequest, HashResult } from './hash-protocol.ts'

const idleMs = 10_000

/** This process's end of the hashing thread. It does not keep the process alive unless a hash is awaited. */
export class Hasher {
  readonly #thread = new Worker(new URL('./start-hashing-thread.mjs', import.meta.url), {
    name: 'hashing',
    execArgv: [],
  })
  readonly #waiting = new Map<number, PromiseWithResolvers<Hashes>>()
  #idle: NodeJS.Timeout | undefined
  #ended = false

  constructor() {
    this.#thread.unref()
    this.#thread.on('message', (result: HashResult) => this.#settle(result))
    this.#thread.on('error', (error) => this.#end(error as Error))
    this.#thread.on('exit', () => this.#end(new Error('The hashing thread has ended')))
  }

  get hasEnded(): boolean {
    return this.#ended
  }

  /** The first about a file opens it. Resolves once for each file. */
  tell(request: HashRequest): Promise<Hashes> {
    const waiting = this.#waiting.get(request.id) ?? this.#begin(request.id)
    this.#thread.postMessage(request)
    return waiting.promise
  }

  forget(id: number): void {
    if (!this.#waiting.has(id)) return
    this.#thread.postMessage({ id, isDropped: true } satisfies HashRequest)
    this.#done(id)
  }

  #begin(id: number): PromiseWithResolvers<Hashes> {
    clearTimeout(this.#idle)
    if (this.#waiting.size === 0) this.#thread.ref()
    const waiting = Promise.withResolvers<Hashes>()
    waiting.promise.catch(() => undefined) // told to who asks for the end
    this.#waiting.set(id, waiting)
    return waiting
  }

  #settle(result: HashResult): void {
    const waiting = this.#waiting.get(result.id)
    this.#done(result.id)
    if ('failed' in result) waiting?.reject(new Error(result.failed))
    else waiting?.resolve(result.hashes)
  }

  #done(id: number): void {
    if (!this.#waiting.delete(id) || this.#waiting.size > 0) return
    this.#thread.unref()
    this.#idle = setTimeout(() => {
      this.#ended = true
      void this.#thread.terminate()
    }, idleMs).unref()
  }

  #end(cause: Error): void {
    this.#ended = true
    for (const { reject } of this.#waiting.values()) reject(cause)
    this.#waiting.clear()
  }
}

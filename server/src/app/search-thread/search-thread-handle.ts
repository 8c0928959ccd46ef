import type { Worker } from 'node:worker_threads'
import type { AccountId } from '../../domain/account/account.ts'
import type { IndexNews } from '../../domain/search/index-news.ts'
import { SearchUnavailable } from '../../domain/search/search-unavailable.ts'
import type { PackedPage } from './packed-result.ts'
import type { AnswerTo, FromThread, Question, ToThread } from './protocol.ts'

type Waiting = {
  resolve(answer: AnswerTo[Question['kind']]): void
  onPage(page: PackedPage): void
  reject(error: Error): void
  timer: NodeJS.Timeout | null
}

/** Commits that follow one another wake the thread together. */
const wakeAfterMs = 20
/** No search takes that long: the thread hangs. Comparisons may. */
const answersWithinMs = 60_000
const closesWithinMs = 60_000
/** A thread that dies again and again is not started for each who asks. */
const mostDeaths = 3
const deathsCountForMs = 30_000

/** This process's end of the search thread. It does not keep the process alive unless something is asked. */
export class SearchThread {
  readonly #start: () => Worker
  readonly #tell: (account: AccountId, news: IndexNews) => void
  readonly #waiting = new Map<number, Waiting>()
  /** Accounts it has an index of, or will have. */
  readonly #known = new Set<AccountId>()
  readonly #toWake = new Set<AccountId>()
  #thread: Worker | null = null
  #ended: Promise<void> = Promise.resolve()
  #deaths: number[] = []
  #lastId = 0
  #waking: NodeJS.Timeout | null = null
  #closed = false

  constructor(start: () => Worker, tell: (account: AccountId, news: IndexNews) => void) {
    this.#start = start
    this.#tell = tell
  }

  ask<Asked extends Question>(
    account: AccountId,
    question: Asked,
    onPage: (page: PackedPage) => void = () => {},
  ): Promise<AnswerTo[Asked['kind']]> {
    if (this.#closed) return Promise.reject(new SearchUnavailable('The server is stopping', 5))
    const thread = this.#thread ?? this.#begin()
    if (thread === null) return Promise.reject(diesAgain())

    const id = ++this.#lastId
    this.#known.add(account)
    return new Promise((resolve, reject) => {
      const timer = question.kind === 'compare' ? null : setTimeout(() => this.#giveUp(thread), answersWithinMs)
      timer?.unref()
      if (this.#waiting.size === 0) thread.ref()
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], onPage, reject, timer })
      post(thread, { kind: 'ask', id, account, question })
    })
  }

  wakeSoon(account: AccountId): void {
    this.#known.add(account)
    this.#toWake.add(account)
    this.#waking ??= setTimeout(() => this.#wake(), wakeAfterMs).unref()
  }

  /** Lets it write what it has to write. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#waking) clearTimeout(this.#waking)
    const thread = this.#thread
    if (thread === null) return
    thread.ref()
    post(thread, { kind: 'close' })
    const patience = setTimeout(() => void thread.terminate(), closesWithinMs)
    await this.#ended
    clearTimeout(patience)
  }

  #wake(): void {
    this.#waking = null
    const accounts = [...this.#toWake]
    this.#toWake.clear()
    const thread = this.#closed ? null : (this.#thread ?? this.#begin())
    if (thread !== null) for (const account of accounts) post(thread, { kind: 'wake', account })
  }

  /** `null`: it has died too often just now. */
  #begin(): Worker | null {
    const now = performance.now()
    this.#deaths = this.#deaths.filter((at) => now - at < deathsCountForMs)
    if (this.#deaths.length >= mostDeaths) return null

    const thread = this.#start()
    this.#thread = thread
    let cause: unknown
    thread.unref()
    thread.on('message', (message: FromThread) => this.#take(message))
    thread.on('error', (error) => {
      cause = error
    })
    this.#ended = new Promise((resolve) => {
      thread.once('exit', () => {
        this.#end(cause)
        resolve()
      })
    })
    return thread
  }

  #take(message: FromThread): void {
    if (message.kind === 'news') {
      this.#tell(message.account, message.news)
      return
    }
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return
    if (message.kind === 'page') {
      waiting.onPage(message.page)
      return
    }
    this.#forget(message.id, waiting)
    if (this.#waiting.size === 0) this.#thread?.unref()
    if (message.kind === 'answer') waiting.resolve(message.answer)
    else if (message.kind === 'refusal')
      waiting.reject(new SearchUnavailable(message.message, message.retryAfterSeconds))
    else waiting.reject(Object.assign(new Error(message.message), { stack: message.stack }))
  }

  #forget(id: number, { timer }: Waiting): void {
    this.#waiting.delete(id)
    if (timer) clearTimeout(timer)
  }

  /** It hangs: whoever waits is told when it has ended. */
  #giveUp(thread: Worker): void {
    if (thread === this.#thread) void thread.terminate()
  }

  #end(cause: unknown): void {
    this.#thread = null
    for (const [id, waiting] of this.#waiting) {
      this.#forget(id, waiting)
      waiting.reject(new SearchUnavailable('The search has stopped; it is being started again', 2, { cause }))
    }
    if (this.#closed) return
    this.#deaths.push(performance.now())
    const reason = `the search thread has ended${cause ? `: ${String(cause)}` : ''}`
    for (const account of this.#known) {
      this.#tell(account, { event: 'failed', reason })
      this.wakeSoon(account)
    }
  }
}

const post = (thread: Worker, message: ToThread): void => thread.postMessage(message)

const diesAgain = () => new SearchUnavailable('The search has stopped several times; it is tried again in a while', 15)

import type { UploadStatusList } from '@descant/contract'
import { endOf } from './end-of.ts'
import type { AssetRef, UploadItem, UploadTarget } from './upload-item.ts'

export type UploadQueueDeps = {
  /** `sinceMs`: what was sent before is of no interest. */
  statuses: (sinceMs: number) => Promise<UploadStatusList>
  /** Resolves when every byte is safe at the server; rejects with a sentence. */
  send: (item: UploadItem, onSent: (bytes: number) => void, signal: AbortSignal) => Promise<void>
  /** Something new is in the library. */
  onTakenIn: (items: UploadItem[]) => void
  /** Takes a file in that is not sound, by what the server calls its upload. */
  takeIn: (uploadId: string) => Promise<void>
  /** Which of these are the same file as another asset; by id. */
  duplicates: (ids: string[]) => Promise<Map<string, AssetRef & { name: string }>>
  /** Between two looks at the server's list. */
  pollMs?: number
}

const atOnce = 3
/** Listeners hear of changes in portions, so that a thousand files can tell how far they are. */
const tellEveryMs = 60

/** Files on their way into the library: a few at a time, then watched until the server has taken them in. */
export class UploadQueue {
  readonly #deps: UploadQueueDeps
  readonly #listeners = new Set<() => void>()
  readonly #closing = new AbortController()
  readonly #journeys = new Map<string, AbortController>()
  #items = new Map<string, UploadItem>()
  #shown: readonly UploadItem[] | null = []
  #began = Date.now()
  #telling: ReturnType<typeof setTimeout> | null = null
  #polling: ReturnType<typeof setTimeout> | null = null

  constructor(deps: UploadQueueDeps) {
    this.#deps = deps
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly items = (): readonly UploadItem[] => {
    this.#shown ??= [...this.#items.values()]
    return this.#shown
  }

  add(files: Iterable<File>, target: UploadTarget): void {
    this.addPlaced(Array.from(files, (file) => ({ file, target })))
  }

  addPlaced(placed: readonly { file: File; target: UploadTarget }[]): void {
    if (this.#items.size === 0) this.#began = Date.now()
    for (const { file, target } of placed) {
      const key = newKey()
      this.#items.set(key, { ...fresh, key, file, target })
    }
    this.#tell()
    this.#sendNext()
  }

  /** From the beginning, as if just chosen. */
  retry(key: string): void {
    const again = newKey()
    this.#items = new Map(
      this.items().map((item) => (item.key === key ? [again, { ...item, ...fresh, key: again }] : [item.key, item])),
    )
    this.#tell()
    this.#sendNext()
  }

  /** Forgets a file that has not arrived yet; what the server has, it has. */
  cancel(key: string): void {
    const state = this.#items.get(key)?.state
    if (state !== 'waiting' && state !== 'sending') return
    this.#items.delete(key)
    this.#journeys.get(key)?.abort()
    this.#tell()
    this.#sendNext()
  }

  cancelAll(): void {
    const keys = this.items().flatMap(({ key, state }) => (state === 'waiting' || state === 'sending' ? [key] : []))
    // first those that wait, or they would set out in the place of others
    for (const key of keys.toReversed()) this.cancel(key)
  }

  /** Into the library in spite of what is wrong with it. */
  async takeIn(key: string): Promise<void> {
    const item = this.#items.get(key)
    if (item?.keptAs == null) return
    this.#change(key, { state: 'processing', problem: null, keptAs: null })
    try {
      await this.#deps.takeIn(item.keptAs)
      this.#pollSoon()
    } catch (error) {
      this.#change(key, { state: 'failed', problem: sentenceIn(error), keptAs: item.keptAs })
    }
  }

  /** Forgets what has come to an end. */
  clearFinished(): void {
    for (const { key, state } of this.items()) if (state === 'done' || state === 'failed') this.#items.delete(key)
    this.#tell()
  }

  close(): void {
    this.#closing.abort()
    for (const journey of this.#journeys.values()) journey.abort()
    if (this.#polling !== null) clearTimeout(this.#polling)
    if (this.#telling !== null) clearTimeout(this.#telling)
    this.#listeners.clear()
  }

  #sendNext(): void {
    let free = atOnce - this.#journeys.size
    for (const item of this.#items.values()) {
      if (free <= 0) return
      if (item.state !== 'waiting') continue
      free -= 1
      void this.#send(item)
    }
  }

  async #send(item: UploadItem): Promise<void> {
    const { key } = item
    const journey = new AbortController()
    this.#journeys.set(key, journey)
    this.#change(key, { state: 'sending' })
    try {
      await this.#deps.send(item, (sentBytes) => this.#change(key, { sentBytes }), journey.signal)
      this.#change(key, { state: 'processing', sentBytes: item.file.size })
      this.#pollSoon()
    } catch (error) {
      if (!journey.signal.aborted) this.#change(key, { state: 'failed', problem: sentenceIn(error) })
    }
    this.#journeys.delete(key)
    if (!this.#closing.signal.aborted) this.#sendNext()
  }

  #processing = (): UploadItem[] => this.items().filter(({ state }) => state === 'processing')

  #pollSoon(): void {
    if (this.#polling !== null || this.#closing.signal.aborted) return
    // the more there are to tell of, the longer the answer
    const pause = (this.#deps.pollMs ?? 1000) * (1 + this.#processing().length / 200)
    this.#polling = setTimeout(() => void this.#poll(), pause)
  }

  async #poll(): Promise<void> {
    try {
      const { results } = await this.#deps.statuses(Date.now() - this.#began)
      const byKey = new Map(results.map((entry) => [entry.refer_id, entry]))
      const taken: UploadItem[] = []
      for (const item of this.#processing()) {
        const ended = endOf(byKey.get(item.key))
        if (ended === null) continue
        this.#change(item.key, ended)
        if (ended.state === 'done') taken.push({ ...item, ...ended })
      }
      if (taken.length > 0) this.#deps.onTakenIn(taken)
      void this.#lookForSame(taken)
    } catch {
      // The server is away for a moment: the next look will tell.
    }
    this.#polling = null
    if (this.#processing().length > 0) this.#pollSoon()
  }

  /** A hint and no more: nobody waits for it or is told when it fails. */
  async #lookForSame(taken: UploadItem[]): Promise<void> {
    const ids = taken.flatMap(({ asset }) => (asset === null ? [] : [asset.id]))
    if (ids.length === 0) return
    const same = await this.#deps.duplicates(ids).catch(() => null)
    for (const { key, asset } of taken) {
      const sameAs = asset === null ? undefined : same?.get(asset.id)
      if (sameAs !== undefined) this.#change(key, { sameAs })
    }
  }

  #change(key: string, fields: Partial<UploadItem>): void {
    const item = this.#items.get(key)
    if (item === undefined) return // cancelled meanwhile
    this.#items.set(key, { ...item, ...fields })
    this.#tell()
  }

  #tell(): void {
    this.#shown = null
    if (this.#telling !== null || this.#closing.signal.aborted) return
    this.#telling = setTimeout(() => {
      this.#telling = null
      for (const listener of this.#listeners) listener()
    }, tellEveryMs)
  }
}

const fresh = { state: 'waiting', sentBytes: 0, problem: null, keptAs: null, asset: null, sameAs: null } as const

const sentenceIn = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** `crypto.randomUUID` is missing on plain HTTP beyond loopback; `getRandomValues` is everywhere. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

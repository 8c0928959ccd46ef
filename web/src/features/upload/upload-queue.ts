import type { UploadEntry, UploadStatusList } from '@descant/contract'
import type { UploadItem, UploadTarget } from './upload-item.ts'

export type UploadQueueDeps = {
  statuses: () => Promise<UploadStatusList>
  /** Resolves when every byte is safe at the server; rejects with a sentence. */
  send: (item: UploadItem, onSent: (bytes: number) => void, signal: AbortSignal) => Promise<void>
  /** Something new is in the library. */
  onTakenIn: (items: UploadItem[]) => void
  /** Between two looks at the server's list. */
  pollMs?: number
}

const atOnce = 3

/** Files on their way into the library: a few at a time, then watched until the server has taken them in. */
export class UploadQueue {
  readonly #deps: UploadQueueDeps
  readonly #listeners = new Set<() => void>()
  readonly #closing = new AbortController()
  #items: readonly UploadItem[] = []
  #polling: ReturnType<typeof setTimeout> | null = null

  constructor(deps: UploadQueueDeps) {
    this.#deps = deps
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly items = (): readonly UploadItem[] => this.#items

  add(files: Iterable<File>, target: UploadTarget): void {
    const added = Array.from(files, (file): UploadItem => ({ ...fresh, key: newKey(), file, target }))
    this.#show([...this.#items, ...added])
    this.#sendNext()
  }

  /** From the beginning, as if just chosen. */
  retry(key: string): void {
    this.#change(key, { ...fresh, key: newKey() })
    this.#sendNext()
  }

  /** Forgets what has come to an end. */
  clearFinished(): void {
    this.#show(this.#items.filter(({ state }) => state !== 'done' && state !== 'failed'))
  }

  close(): void {
    this.#closing.abort()
    if (this.#polling !== null) clearTimeout(this.#polling)
    this.#listeners.clear()
  }

  #sendNext(): void {
    const sending = this.#items.filter(({ state }) => state === 'sending').length
    const next = this.#items.filter(({ state }) => state === 'waiting').slice(0, atOnce - sending)
    for (const item of next) void this.#send(item)
  }

  async #send(item: UploadItem): Promise<void> {
    this.#change(item.key, { state: 'sending' })
    try {
      await this.#deps.send(item, (sentBytes) => this.#change(item.key, { sentBytes }), this.#closing.signal)
      this.#change(item.key, { state: 'processing', sentBytes: item.file.size })
      this.#pollSoon()
    } catch (error) {
      if (this.#closing.signal.aborted) return
      this.#change(item.key, { state: 'failed', problem: error instanceof Error ? error.message : String(error) })
    }
    this.#sendNext()
  }

  #pollSoon(): void {
    if (this.#polling !== null) return
    this.#polling = setTimeout(() => void this.#poll(), this.#deps.pollMs ?? 1000)
  }

  async #poll(): Promise<void> {
    try {
      const { results } = await this.#deps.statuses()
      const byKey = new Map(results.map((entry) => [entry.refer_id, entry]))
      const taken: UploadItem[] = []
      for (const item of this.#items.filter(({ state }) => state === 'processing')) {
        const ended = endOf(byKey.get(item.key))
        if (ended === null) continue
        this.#change(item.key, ended)
        if (ended.state === 'done') taken.push({ ...item, ...ended })
      }
      if (taken.length > 0) this.#deps.onTakenIn(taken)
    } catch {
      // The server is away for a moment: the next look will tell.
    }
    this.#polling = null
    if (this.#closing.signal.aborted) return
    if (this.#items.some(({ state }) => state === 'processing')) this.#pollSoon()
  }

  #change(key: string, fields: Partial<UploadItem>): void {
    this.#show(this.#items.map((item) => (item.key === key ? { ...item, ...fields } : item)))
  }

  #show(items: readonly UploadItem[]): void {
    this.#items = items
    for (const listener of this.#listeners) listener()
  }
}

const fresh = { state: 'waiting', sentBytes: 0, problem: null, asset: null } as const

function endOf(entry: UploadEntry | undefined): (Partial<UploadItem> & { state: 'done' | 'failed' }) | null {
  if (entry?.status === 'Done') {
    return { state: 'done', asset: entry.scheme === undefined ? null : { scheme: entry.scheme, id: entry.id } }
  }
  if (entry?.status === 'Error') {
    return { state: 'failed', problem: entry.message ?? 'The server could not take this file in.' }
  }
  return null
}

/** `crypto.randomUUID` is missing on plain HTTP beyond loopback; `getRandomValues` is everywhere. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

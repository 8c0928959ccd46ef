import pg from 'pg'

const channel = 'descant_commit'

/** The statement that tells every process, when its transaction commits, that `schema` has changed. */
export const announcement = { sql: 'select pg_notify($1, $2)', parameters: (schema: string) => [channel, schema] }

/**
 * One connection that listens for all schemas while anyone wants to know. What it missed — while it was away, or for
 * good behind a pooler that can't listen — is found by looking every few seconds.
 */
export class CommitNews {
  readonly #url: string
  readonly #wanted = new Map<() => void, string>()
  #client: pg.Client | undefined
  #retry: NodeJS.Timeout | undefined
  #looking: NodeJS.Timeout | undefined

  constructor(url: string) {
    this.#url = url
  }

  watch(schema: string, changed: () => void): () => void {
    const own = () => changed()
    this.#wanted.set(own, schema)
    if (this.#wanted.size === 1) this.#start()
    return () => {
      if (this.#wanted.delete(own) && this.#wanted.size === 0) void this.close()
    }
  }

  async close(): Promise<void> {
    this.#wanted.clear()
    clearTimeout(this.#retry)
    clearInterval(this.#looking)
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => {})
  }

  #start(): void {
    this.#looking = setInterval(() => this.#tellAll(), lookEveryMs).unref()
    void this.#listen()
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'descant commits',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    this.#client = client
    client.on('notification', ({ payload }) => this.#tell(payload))
    client.on('error', () => {}) // 'end' follows
    client.on('end', () => this.#listenAgain(client))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      letProcessEnd(client)
      this.#tellAll()
    } catch {
      await client.end().catch(() => {})
      this.#listenAgain(client)
    }
  }

  #listenAgain(lost: pg.Client): void {
    if (this.#client !== lost) return
    this.#client = undefined
    this.#retry = setTimeout(() => void this.#listen(), listenAgainAfterMs).unref()
  }

  #tell(schema: string | undefined): void {
    for (const [changed, wanted] of this.#wanted) if (wanted === schema) changed()
  }

  #tellAll(): void {
    for (const changed of this.#wanted.keys()) changed()
  }
}

// It is there (and documented), but not in the types.
const letProcessEnd = (client: pg.Client) => (client as pg.Client & { unref(): void }).unref()

const lookEveryMs = 5_000
const listenAgainAfterMs = 1_000

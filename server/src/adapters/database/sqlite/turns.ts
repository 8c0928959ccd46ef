/**
 * Counts turns, so that what asks the file system is asked once in each. A turn is one look of the event loop at its
 * sockets: all requests it brings were sent before it, so a commit that any of their senders knows of is older than
 * the turn. It ends with the loop's check phase, and with every commit made here. Outside of a turn — in a timer, say,
 * which runs before the next look — nothing is kept.
 */
export class Turns {
  /** `null`: outside. */
  #now: object | null = null

  get now(): object | null {
    return this.#now
  }

  /** A request has come. */
  begin(): void {
    if (this.#now !== null) return
    this.#now = {}
    setImmediate(() => {
      this.#now = null
    })
  }

  /** Something was committed: what was read before it counts no longer. */
  renew(): void {
    if (this.#now !== null) this.#now = {}
  }
}

/** What `read` says, asked once a turn. */
export function oncePerTurn(turns: Turns, read: () => number): () => number {
  let asked: object | null = null
  let said = 0
  return () => {
    const { now } = turns
    if (now !== null && now === asked) return said
    said = read()
    asked = now
    return said
  }
}

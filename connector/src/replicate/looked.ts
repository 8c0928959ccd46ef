import type { FactStore } from '../state/facts.ts'

/** That everything was looked at once, and where the change feed stood then; `cursor: null`: there is no feed. */
export type Looked = {
  /** `null`: not yet, so nothing may be concluded from a file's absence. */
  read(): { cursor: string | null } | null
  write(position: { cursor: string | null }): void
}

/** What was seen through one connection says nothing about another. */
export function lookedThrough(facts: FactStore, connection: string): Looked {
  return {
    read() {
      const text = facts.read('looked')
      const stored = text === null ? null : (JSON.parse(text) as { connection: string; cursor: string | null })
      return stored?.connection === connection ? { cursor: stored.cursor } : null
    },
    write: ({ cursor }) => facts.write('looked', JSON.stringify({ connection, cursor })),
  }
}

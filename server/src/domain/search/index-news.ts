/** What becomes of an index, for whoever logs or shows it. Times are milliseconds. */
export type IndexNews =
  | { event: 'making'; reason: string; done: number; total: number }
  | {
      event: 'made'
      from: 'database' | 'snapshot'
      documents: number
      bytes: number
      ms: number
      position: number
      madeAt: number
    }
  | { event: 'snapshot-written'; documents: number; ms: number }
  | { event: 'snapshot-refused'; reason: string }
  | { event: 'failed'; reason: string }
  | { event: 'refused'; reason: string; position: number }
  /** `askedBy`: the change that asked for it; `null`: regular work. */
  | ({ event: 'compared'; askedBy: number | null } & IndexComparison)

/** What a look at index and database found; what differed is put right by then. */
export type IndexComparison = {
  compared: number
  /** In the database and not in the index. */
  missing: number
  /** In the index and no longer in the database. */
  surplus: number
  /** In both, and not the same. */
  differing: number
  /** Some of them all. */
  examples: string[]
}

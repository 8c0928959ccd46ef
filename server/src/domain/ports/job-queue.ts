/** The work there is, with its payloads: ids, never copies. */
export type JobPayloads = {
  'take-in-upload': { uploadId: string }
  /** `name`: where the file lies that came in past the server. */
  'take-over-incoming': { name: string }
  'send-mail': { mailId: string }
  'examine-again': { assetId: string; versionId: string }
  'erase-trash': Record<string, never>
  /** `isApart`: not the original itself, though it plays as it is. */
  'make-playable': { assetId: string; versionId: string; isApart?: true }
}
export type JobName = keyof JobPayloads

export type NewJob = { [Name in JobName]: { name: Name; payload: JobPayloads[Name]; runAt?: number } }[JobName]

export type LeasedJob = NewJob & {
  id: string
  /** Which lease this is: 1, 2, 3 … */
  attempt: number
  /** How many leases before ended in `fail`; the others ran out, their workers killed. */
  failures: number
}

/** Jobs are rows in the library's database, so that a change and the jobs it causes commit together. */
export interface JobQueue {
  enqueue(job: NewJob): Promise<void>
  /** Unless the very same waits or is leased already. */
  enqueueOnce(job: NewJob): Promise<void>
  /**
   * The oldest job that is due and not leased, among those of these names where any are given; leased to this worker
   * until `leaseMs` from now. Two workers never get the same.
   */
  lease(now: number, leaseMs: number, names?: readonly JobName[]): Promise<LeasedJob | undefined>
  /** A time that is not to come gives the job back. `progress`: how much of it is done, 0 to 1, where it can tell. */
  extend(id: string, until: number, progress?: number | null): Promise<void>
  /** Of the very same that runs or waits; `null`: not begun, or it can't tell. */
  progressOf(job: NewJob): Promise<number | null>
  complete(id: string): Promise<void>
  /** Back into the queue for `runAt`, or, with `null`, kept as failed for good. */
  fail(id: string, reason: string, runAt: number | null): Promise<void>
  /** Waiting or leased; of these names where any are given. */
  countUnfinished(names?: readonly JobName[]): Promise<number>
}

/** One kind of work. Throwing means "try again", returning means "done"; it may run twice, and may be killed at any line. */
export type Job<Name extends JobName, Deps> = {
  name: Name
  /** Failures, not killed workers. */
  attempts: number
  run(deps: Deps, payload: JobPayloads[Name], signal: AbortSignal): Promise<void>
  /** After the last attempt: leave a reason where a person sees it. */
  onGivenUp?(deps: Deps, payload: JobPayloads[Name], reason: string): Promise<void>
}

import type { FastifyBaseLogger } from 'fastify'
import type { Account, AccountId } from '../domain/account/account.ts'
import type { JobName, LeasedJob } from '../domain/ports/job-queue.ts'
import type { Adapters } from './choose-adapters.ts'
import { lanes } from './workers/jobs.ts'
import { regularWork } from './workers/regular-work.ts'
import { type RunDeps, runJob } from './workers/run-job.ts'
import { openWorkplace, type Workplace } from './workers/workplace.ts'

export type Workers = {
  /** Looks for work now. */
  wake(): void
  /** Resolves when no job that is due waits or runs; looks for work first. */
  idle(): Promise<void>
  /** Takes no more jobs; gives those that run some seconds to finish, then stops them and puts them back. */
  close(): Promise<void>
}

export type WorkersOptions = Pick<
  Adapters,
  'control' | 'libraries' | 'objectsOf' | 'media' | 'mailer' | 'clock' | 'ids' | 'activityDaysKept'
> & {
  /** Jobs that run at the same time, but for the one that may take hours; 0: none, and no regular work. */
  concurrency: number
  log?: Pick<FastifyBaseLogger, 'warn' | 'error'>
  /** How long a job whose worker died stays untouched. */
  leaseMs?: number
  /** How often to look for what nobody told: jobs whose time has come, new accounts, other processes' work. */
  pollMs?: number
  /** For running jobs, when closing. */
  graceMs?: number
}

/** Hands for some kinds of work. */
type Lane = {
  names: readonly JobName[]
  hands: number
  running: number
  /** Where there may be some. */
  toVisit: Set<Workplace>
}

/** Background work for every account of the installation. Any number of processes may run it. */
export function runWorkers({
  concurrency,
  log,
  leaseMs = 10_000,
  pollMs = 1000,
  graceMs = 5000,
  ...deps
}: WorkersOptions): Workers {
  const workplaces = new Map<AccountId, Workplace>()
  const running = new Set<Promise<void>>()
  const ways: Lane[] = lanes(concurrency).map((lane) => ({ ...lane, running: 0, toVisit: new Set() }))
  const stop = new AbortController()
  const runDeps: RunDeps = { ...deps, leaseMs, stopped: stop.signal, ...(log ? { log } : {}) }
  const doRegularWork = regularWork({ ...deps, ...(log ? { log } : {}) })
  let closing = false
  let looking: Promise<void> | undefined
  let taking: Promise<void> | undefined
  let takeAgain = false

  if (concurrency === 0) return { wake: () => undefined, idle: async () => undefined, close: async () => undefined }
  const poll = setInterval(() => void look(), pollMs)
  void look()

  /** For new accounts, for regular work that is due, and for jobs everywhere. */
  function look(): Promise<void> {
    looking ??= (async () => {
      try {
        for (const account of await deps.control.read.accounts.all()) await noticeAccount(account)
        await doRegularWork([...workplaces.values()])
      } catch (error) {
        log?.error({ err: error }, 'looking for work failed')
      }
      for (const workplace of workplaces.values()) mayHaveWork(workplace)
      take()
    })().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function noticeAccount(account: Account): Promise<void> {
    if (closing || workplaces.has(account.id)) return
    const workplace = await openWorkplace(deps, account)
    workplaces.set(account.id, workplace)
    workplace.onCommit(() => {
      mayHaveWork(workplace)
      take()
    })
  }

  /** Something was committed since anybody looked. */
  function mayHaveWork(workplace: Workplace): void {
    for (const { toVisit } of ways) toVisit.add(workplace)
  }

  /** Leases jobs while there are hands free; one such loop at a time. */
  function take(): void {
    takeAgain = true
    taking ??= (async () => {
      while (takeAgain && !closing) {
        takeAgain = false
        await takeWhileFree()
      }
    })().finally(() => {
      taking = undefined
    })
  }

  async function takeWhileFree(): Promise<void> {
    for (const lane of ways) {
      while (lane.running < lane.hands && !closing) {
        // In turns, so that one account's thousand uploads do not keep the others waiting.
        const [workplace] = lane.toVisit
        if (!workplace) break
        lane.toVisit.delete(workplace)
        const job = await lease(workplace, lane)
        if (job) begin(workplace, job, lane)
      }
    }
  }

  async function lease({ library }: Workplace, { names }: Lane): Promise<LeasedJob | undefined> {
    try {
      // A look costs no writer's turn; most looks find nothing.
      if ((await library.read.jobs.countUnfinished(names)) === 0) return undefined
      return await library.transaction(({ jobs }) => jobs.lease(deps.clock.now(), leaseMs, names))
    } catch (error) {
      log?.error({ err: error, account: library.accountId }, 'taking a job failed')
      return undefined
    }
  }

  function begin(workplace: Workplace, job: LeasedJob, lane: Lane): void {
    lane.toVisit.add(workplace)
    lane.running++
    const run = runJob(runDeps, workplace, job).finally(() => {
      running.delete(run)
      lane.running--
      lane.toVisit.add(workplace)
      take()
    })
    running.add(run)
  }

  return {
    wake: () => void look(),

    async idle() {
      await looking // one that began earlier may have looked too early
      await look()
      while (taking || running.size > 0) await Promise.all([taking, ...running])
    },

    async close() {
      closing = true
      clearInterval(poll)
      for (const workplace of workplaces.values()) workplace.leave()
      await looking
      await taking
      const patience = setTimeout(() => stop.abort(new Error('The server is stopping')), graceMs)
      await Promise.all(running)
      clearTimeout(patience)
    },
  }
}

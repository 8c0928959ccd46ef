import type { FastifyBaseLogger } from 'fastify'
import type { Job, JobName, LeasedJob } from '../../domain/ports/job-queue.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { Adapters } from '../choose-adapters.ts'
import { type JobDeps, jobs } from './jobs.ts'
import type { Workplace } from './workplace.ts'

export type RunDeps = Pick<Adapters, 'media' | 'mailer' | 'clock' | 'ids'> & {
  leaseMs: number
  /** The process is ending. */
  stopped: AbortSignal
  log?: Pick<FastifyBaseLogger, 'warn' | 'error'>
}

/** Runs one leased job to its end, whichever; never rejects. */
export async function runJob(deps: RunDeps, workplace: Workplace, leased: LeasedJob): Promise<void> {
  const { media, mailer, clock, ids, log, stopped } = deps
  const { library, objects } = workplace
  const job: Job<JobName, JobDeps> = jobs[leased.name]
  const warn: JobDeps['warn'] = (about, sentence) => log?.warn({ account: library.accountId, ...about }, sentence)
  const lease = keepLeased(deps, library, leased)
  const { tellProgress } = lease
  const jobDeps: JobDeps = { library, objects, media, mailer, clock, ids, warn, tellProgress }
  const about = { job: leased.name, attempt: leased.attempt, account: library.accountId, ...leased.payload }

  try {
    try {
      if (leased.attempt - leased.failures > mostDeaths) throw new Error('Whoever works on it dies of it')
      await job.run(jobDeps, leased.payload, stopped)
      await library.transaction((stores) => stores.jobs.complete(leased.id))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const failures = leased.failures + 1
      if (stopped.aborted) {
        await library.transaction((stores) => stores.jobs.extend(leased.id, clock.now())) // gives it back
      } else if (failures < job.attempts && leased.attempt - leased.failures <= mostDeaths) {
        log?.warn({ err: error, ...about }, 'a job failed and will be tried again')
        const runAt = clock.now() + pauseAfter(failures)
        await library.transaction((stores) => stores.jobs.fail(leased.id, reason, runAt))
      } else {
        log?.error({ err: error, ...about }, 'a job failed for good')
        await job.onGivenUp?.(jobDeps, leased.payload, reason)
        await library.transaction((stores) => stores.jobs.fail(leased.id, reason, null))
      }
    }
  } catch (error) {
    log?.error({ err: error, ...about }, 'the end of a job could not be written down: its lease will run out')
  } finally {
    lease.stop()
  }
}

/** Being killed with its worker is no fault of the job, as a rule; so often it is. */
const mostDeaths = 25

/** 1 s, 5 s, 25 s, 2 min, 10 min. */
export const pauseAfter = (failures: number): number => Math.min(1000 * 5 ** (failures - 1), 600_000)

/** What a job tells of its progress is written with the next extension. */
function keepLeased({ clock, leaseMs, log }: RunDeps, library: Library, { id }: LeasedJob) {
  let progress: number | null = null
  const timer = setInterval(() => {
    library
      .transaction((stores) => stores.jobs.extend(id, clock.now() + leaseMs, progress))
      .catch((error: unknown) => log?.warn({ err: error, job: id }, 'extending a lease failed'))
  }, leaseMs / 3)
  return {
    tellProgress: (done: number) => {
      progress = done
    },
    stop: () => clearInterval(timer),
  }
}

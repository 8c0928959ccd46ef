import type { Kysely } from 'kysely'
import type { JobQueue, LeasedJob, NewJob } from '../../../domain/ports/job-queue.ts'
import type { Mark } from '../commit-watch.ts'
import type { JobRow, LibrarySchema } from '../library-schema.ts'
import { countUp } from './counter.ts'

/** `mark` learns how far the queue came in this transaction. */
export function jobQueue(db: Kysely<LibrarySchema>, mark: Mark): JobQueue {
  const seqOf = (id: string) => Number(id)

  async function enqueue({ name, payload, runAt = 0 }: NewJob): Promise<void> {
    mark.job = await countUp(db, 'job', 1)
    const row: JobRow = {
      seq: mark.job,
      name,
      payload: JSON.stringify(payload),
      run_at: runAt,
      leased_until: 0,
      attempt: 0,
      failures: 0,
      state: 'waiting',
      reason: null,
      progress: null,
    }
    await db.insertInto('job').values(row).execute()
  }

  const same = ({ name, payload }: NewJob) =>
    db
      .selectFrom('job')
      .where('state', '=', 'waiting')
      .where('name', '=', name)
      .where('payload', '=', JSON.stringify(payload))
      .orderBy('seq')
      .limit(1)

  return {
    enqueue,

    async enqueueOnce(job) {
      if (!(await same(job).select('seq').executeTakeFirst())) await enqueue(job)
    },

    // Two workers never get the same: write transactions of a library come one after another, over all processes.
    async lease(now, leaseMs, names) {
      const row = await db
        .updateTable('job')
        .set((job) => ({ leased_until: now + leaseMs, attempt: job('attempt', '+', 1), progress: null }))
        .where('seq', '=', (job) =>
          job
            .selectFrom('job as due')
            .select('due.seq')
            .where('due.state', '=', 'waiting')
            .where('due.run_at', '<=', now)
            .where('due.leased_until', '<=', now)
            .$if(names !== undefined, (due) => due.where('due.name', 'in', names ?? []))
            .orderBy('due.seq')
            .limit(1),
        )
        .returningAll()
        .executeTakeFirst()
      return row && fromRow(row)
    },

    async extend(id, until, progress = null) {
      await db.updateTable('job').set({ leased_until: until, progress }).where('seq', '=', seqOf(id)).execute()
    },

    async progressOf(job) {
      const row = await same(job).select('progress').executeTakeFirst()
      return row?.progress ?? null
    },

    async complete(id) {
      await db.deleteFrom('job').where('seq', '=', seqOf(id)).execute()
    },

    async fail(id, reason, runAt) {
      const next = runAt === null ? { state: 'failed' as const } : { run_at: runAt, leased_until: 0 }
      await db
        .updateTable('job')
        .set((job) => ({ ...next, reason, failures: job('failures', '+', 1) }))
        .where('seq', '=', seqOf(id))
        .execute()
    },

    async countUnfinished(names) {
      const { jobs } = await db
        .selectFrom('job')
        .select((job) => job.fn.countAll<number>().as('jobs'))
        .where('state', '=', 'waiting')
        .$if(names !== undefined, (jobs) => jobs.where('name', 'in', names ?? []))
        .executeTakeFirstOrThrow()
      return jobs
    },
  }
}

const fromRow = ({ seq, name, payload, attempt, failures }: JobRow): LeasedJob =>
  ({ id: String(seq), name, payload: JSON.parse(payload), attempt, failures }) as LeasedJob

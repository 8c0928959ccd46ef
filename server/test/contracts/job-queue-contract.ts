import { afterAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/domain/ports/library.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAccount } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

const minute = 60_000

export function jobQueueContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`jobs: ${database.name}`, () => {
    const libraries = librariesOn(database)
    const closing: (() => Promise<void>)[] = []
    afterAll(async () => {
      for (const close of closing) await close()
    })

    async function withJobs(...some: { uploadId: string; runAt?: number }[]) {
      const library = await libraries.open()
      await enqueue(library, ...some)
      return library
    }
    const enqueue = (library: Library, ...some: { uploadId: string; runAt?: number }[]) =>
      library.transaction(async ({ jobs }) => {
        for (const { uploadId, ...when } of some) {
          await jobs.enqueue({ name: 'take-in-upload', payload: { uploadId }, ...when })
        }
      })
    const lease = (library: Library, now = noon) => library.transaction(({ jobs }) => jobs.lease(now, minute))
    const leasedUpload = async (library: Library, now = noon) => {
      const job = await lease(library, now)
      return job?.name === 'take-in-upload' ? job.payload.uploadId : undefined
    }

    test('a job is leased with what it was given, oldest first, and then no more', async () => {
      const library = await withJobs({ uploadId: 'one "ü"' }, { uploadId: 'two' })

      const first = await lease(library)

      expect(first).toMatchObject({ name: 'take-in-upload', payload: { uploadId: 'one "ü"' }, attempt: 1, failures: 0 })
      expect(await leasedUpload(library)).toBe('two')
      expect(await lease(library)).toBeUndefined()
      expect(await library.read.jobs.countUnfinished()).toBe(2)
    })

    test('a job waits for its time, and others overtake it', async () => {
      const library = await withJobs({ uploadId: 'later', runAt: noon + 1 }, { uploadId: 'now' })

      expect(await leasedUpload(library)).toBe('now')
      expect(await lease(library)).toBeUndefined()
      expect(await leasedUpload(library, noon + 1)).toBe('later')
    })

    test('a completed job is gone', async () => {
      const library = await withJobs({ uploadId: 'one' })
      const job = await lease(library)

      await library.transaction(({ jobs }) => jobs.complete(job?.id ?? ''))

      expect(await lease(library, noon + 10 * minute)).toBeUndefined()
      expect(await library.read.jobs.countUnfinished()).toBe(0)
    })

    test('a lease that ran out is given again, as the next attempt', async () => {
      const library = await withJobs({ uploadId: 'one' })
      const first = await lease(library)

      expect(await lease(library, noon + minute - 1)).toBeUndefined()
      const second = await lease(library, noon + minute)

      expect(second).toEqual({ ...first, attempt: 2 })
    })

    test('a lease can be extended', async () => {
      const library = await withJobs({ uploadId: 'one' })
      const job = await lease(library)

      await library.transaction(({ jobs }) => jobs.extend(job?.id ?? '', noon + 5 * minute))

      expect(await lease(library, noon + 5 * minute - 1)).toBeUndefined()
      expect((await lease(library, noon + 5 * minute))?.attempt).toBe(2)
    })

    test('how much of a job is done is told with its lease, until it begins again', async () => {
      const library = await withJobs({ uploadId: 'one' }, { uploadId: 'two' })
      const progress = (uploadId: string) =>
        library.read.jobs.progressOf({ name: 'take-in-upload', payload: { uploadId } })
      const job = await lease(library)
      expect([await progress('one'), await progress('none')]).toEqual([null, null])

      await library.transaction(({ jobs }) => jobs.extend(job?.id ?? '', noon + 5 * minute, 0.25))
      expect([await progress('one'), await progress('two')]).toEqual([0.25, null])

      await lease(library, noon + 5 * minute)
      expect(await progress('one')).toBeNull()
    })

    test('a failed job comes back at its time, as the next attempt', async () => {
      const library = await withJobs({ uploadId: 'one' })
      const job = await lease(library)

      await library.transaction(({ jobs }) => jobs.fail(job?.id ?? '', 'disk full', noon + 5))

      expect(await lease(library, noon + 4)).toBeUndefined()
      expect(await lease(library, noon + 5)).toEqual({ ...job, attempt: 2, failures: 1 })
    })

    test('one that failed for good is not given again and does not count', async () => {
      const library = await withJobs({ uploadId: 'one' })
      const job = await lease(library)

      await library.transaction(({ jobs }) => jobs.fail(job?.id ?? '', 'not a picture', null))

      expect(await lease(library, noon + 100 * minute)).toBeUndefined()
      expect(await library.read.jobs.countUnfinished()).toBe(0)
    })

    test('who takes one kind of work gets no other', async () => {
      const library = await withJobs({ uploadId: 'one' })
      const film = { name: 'make-playable', payload: { assetId: 'a', versionId: 'v' } } as const
      await library.transaction(({ jobs }) => jobs.enqueue(film))
      const leaseOf = (...names: (typeof film.name | 'take-in-upload')[]) =>
        library.transaction(({ jobs }) => jobs.lease(noon, minute, names))

      expect(await leaseOf('make-playable')).toMatchObject(film)
      expect(await leaseOf('make-playable')).toBeUndefined()
      expect(await library.read.jobs.countUnfinished(['make-playable'])).toBe(1)
      expect(await library.read.jobs.countUnfinished()).toBe(2)
      expect(await leaseOf('make-playable', 'take-in-upload')).toMatchObject({ payload: { uploadId: 'one' } })
    })

    test('a job is queued once as long as it is not done', async () => {
      const library = await libraries.open()
      const ask = (assetId: string) =>
        library.transaction(({ jobs }) =>
          jobs.enqueueOnce({ name: 'make-playable', payload: { assetId, versionId: 'v' } }),
        )

      for (const assetId of ['one', 'one', 'two']) await ask(assetId)
      const job = await lease(library)
      await ask('one')
      expect(await library.read.jobs.countUnfinished()).toBe(2)

      await library.transaction(({ jobs }) => jobs.complete(job?.id ?? ''))
      await ask('one')
      expect(await library.read.jobs.countUnfinished()).toBe(2)
    })

    test('a job whose transaction fails was never queued', async () => {
      const library = await libraries.open()

      await library
        .transaction(async ({ jobs }) => {
          await jobs.enqueue({ name: 'take-in-upload', payload: { uploadId: 'x' } })
          throw new Error('changed my mind')
        })
        .catch(() => {})

      expect(await library.read.jobs.countUnfinished()).toBe(0)
    })

    test('workers of two processes who ask at once never get the same', async () => {
      const own = await database.create()
      closing.push(own.close)
      const account = someAccount()
      const [here, there] = await Promise.all([own.open(), own.open()])
      const workers = await Promise.all([here, there].map((opened) => opened.libraries.of(account)))
      const wanted = Array.from({ length: 30 }, (_, i) => ({ uploadId: `upload ${i}` }))
      for (const library of workers.slice(0, 1)) await enqueue(library, ...wanted)

      const leased = await Promise.all(
        Array.from({ length: 40 }, (_, i) => i % 2).map(async (side) => {
          const library = workers[side]
          return library && leasedUpload(library)
        }),
      )

      const got = leased.filter((uploadId) => uploadId !== undefined)
      expect(got).toHaveLength(30)
      expect(new Set(got).size).toBe(30)
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someId } from '../harness/made-up.ts'
import { controlOn } from './opened-for-tests.ts'

export function signInAttemptStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`failed sign-ins: ${database.name}`, () => {
    const controls = controlOn(database)

    async function withFailures(times: number[]) {
      const control = await controls.open()
      const subject = someId<string>()
      await control.transaction(async ({ signInAttempts }) => {
        for (const at of times) await signInAttempts.recordFailure(subject, at)
        await signInAttempts.recordFailure(someId<string>(), noon)
      })
      return { control, subject, count: (since: number) => control.read.signInAttempts.countFailures(subject, since) }
    }

    test('failures count from a time on, two in one millisecond as two', async () => {
      const { count } = await withFailures([noon - 1, noon, noon])

      expect(await count(noon - 1)).toBe(3)
      expect(await count(noon)).toBe(2)
      expect(await count(noon + 1)).toBe(0)
    })

    test('clearing forgets one subject’s', async () => {
      const { control, subject, count } = await withFailures([noon])
      const other = await withFailures([noon])

      await control.transaction(({ signInAttempts }) => signInAttempts.clear(subject))

      expect(await count(0)).toBe(0)
      expect(await other.count(0)).toBe(1)
    })

    test('what is older than a time is dropped', async () => {
      const { control, count } = await withFailures([noon - 2, noon - 1, noon])

      await control.transaction(({ signInAttempts }) => signInAttempts.dropBefore(noon - 1))

      expect(await count(0)).toBe(2)
    })
  })
}

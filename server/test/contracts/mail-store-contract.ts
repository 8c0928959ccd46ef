import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someMail } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function mailStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`mail: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withMails(...queuedAt: number[]) {
      const library = await libraries.open()
      const all = queuedAt.map((time) => someMail({ queuedAt: time }))
      await library.transaction(async ({ mails }) => {
        for (const mail of all) await mails.insert(mail)
      })
      return { library, all, first: all[0] ?? someMail() }
    }

    test('a letter comes back as it was', async () => {
      const { library, first } = await withMails(noon)

      expect(await library.read.mails.find(first.id)).toEqual(first)
      expect(await library.read.mails.find(someMail().id)).toBeUndefined()
    })

    test('what is not named in an update stays', async () => {
      const { library, first } = await withMails(noon)
      const end = { state: 'failed', reason: 'No such mailbox', finishedAt: noon + 5 } as const

      await library.transaction(async ({ mails }) => {
        await mails.update(first.id, end)
        await mails.update(first.id, {})
        await mails.update(someMail().id, { text: '' })
      })

      expect(await library.read.mails.find(first.id)).toEqual({ ...first, ...end })
    })

    test('the latest come newest first, and equals by id', async () => {
      const { library, all } = await withMails(noon, noon + 2, noon + 1, noon + 1)
      const [oldest, newest, ...between] = all.map(({ id }) => id)

      const latest = (await library.read.mails.latest(3)).map(({ id }) => id)

      expect(latest).toEqual([newest, ...between.sort().reverse()])
      expect((await library.read.mails.latest(9)).at(-1)?.id).toBe(oldest)
    })

    test('what was queued before a time is dropped', async () => {
      const { library, all } = await withMails(noon - 1, noon)

      await library.transaction(({ mails }) => mails.dropBefore(noon))

      expect(await library.read.mails.latest(9)).toEqual([all[1]])
    })
  })
}

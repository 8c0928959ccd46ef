import { setImmediate as breathe } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { NewChange } from '../../src/domain/change/change.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAccount, someCollection, someId, somePortal } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

const added = (time = noon): NewChange => ({ event: 'asset.added', scheme: 'image', id: someId<AssetId>(), time })

export function changeLogContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`change log: ${database.name}`, () => {
    const libraries = librariesOn(database)
    const closing: (() => Promise<void>)[] = []
    afterAll(async () => {
      for (const close of closing) await close()
    })

    test('an empty log', async () => {
      const { changes } = (await libraries.open()).read

      expect(await changes.lastSeq()).toBe(0)
      expect(await changes.firstSeq()).toBe(1)
      expect(await changes.after(0, 10)).toEqual([])
    })

    test('changes come oldest first, numbered from 1, up to the limit', async () => {
      const library = await libraries.open()
      const folder: NewChange = { event: 'folder.added', scheme: 'folder', id: someCollection().id, time: noon + 2 }
      const gained: NewChange = {
        event: 'portal.gained',
        portalId: somePortal().id,
        scheme: 'image',
        id: someId<AssetId>(),
        time: noon,
      }
      const all = [added(), gained, folder]

      await library.transaction(async ({ changes }) => {
        await changes.append(all.slice(0, 2))
        await changes.append([])
        await changes.append(all.slice(2))
      })

      const numbered = all.map((change, i) => ({ ...change, seq: i + 1 }))
      const { changes } = library.read
      expect(await changes.after(0, 10)).toEqual(numbered)
      expect(await changes.after(1, 1)).toEqual(numbered.slice(1, 2))
      expect(await changes.after(3, 10)).toEqual([])
      expect([await changes.firstSeq(), await changes.lastSeq()]).toEqual([1, 3])
    })

    test('thousands are appended at once', async () => {
      const library = await libraries.open()
      const many = Array.from({ length: 5_001 }, () => added())

      await library.transaction(({ changes }) => changes.append(many))

      const read = await library.read.changes.after(0, 10_000)
      expect(read).toEqual(many.map((change, i) => ({ ...change, seq: i + 1 })))
    })

    test('what is rolled back was never numbered', async () => {
      const library = await libraries.open()

      await library
        .transaction(async ({ changes }) => {
          await changes.append([added()])
          throw new Error('changed my mind')
        })
        .catch(() => {})
      await library.transaction(({ changes }) => changes.append([added()]))

      expect((await library.read.changes.after(0, 10)).map(({ seq }) => seq)).toEqual([1])
    })

    test('dropping forgets what is older than a time, and numbers go on', async () => {
      const library = await libraries.open()
      await library.transaction(({ changes }) => changes.append([added(noon - 1), added(noon), added(noon + 1)]))

      await library.transaction(({ changes }) => changes.dropBefore(noon))
      expect([await library.read.changes.firstSeq(), await library.read.changes.lastSeq()]).toEqual([2, 3])

      await library.transaction(({ changes }) => changes.dropBefore(noon + 10))
      expect([await library.read.changes.firstSeq(), await library.read.changes.lastSeq()]).toEqual([4, 3])

      await library.transaction(({ changes }) => changes.append([added()]))
      expect((await library.read.changes.after(0, 10)).map(({ seq }) => seq)).toEqual([4])
    })

    test('regular work remembers how far it has come', async () => {
      const library = await libraries.open()
      expect(await library.read.changes.position('expiry')).toBe(0)

      await library.transaction(({ changes }) => changes.setPosition('expiry', noon))
      await library.transaction(({ changes }) => changes.setPosition('expiry', noon + 1))

      expect(await library.read.changes.position('expiry')).toBe(noon + 1)
    })

    test('a reader who follows the log while two processes write never misses a change', async () => {
      const own = await database.create()
      closing.push(own.close)
      const account = someAccount()
      const [here, there] = await Promise.all([own.open(), own.open()])
      const writers = await Promise.all([here, there].map((opened) => opened.libraries.of(account)))
      const [reader] = writers
      const written = 60

      const writing = Promise.all(
        Array.from({ length: written / 3 }, (_, i) =>
          writers[i % 2]?.transaction(async ({ changes, assets }) => {
            await changes.append([added(), added()])
            await assets.idsAfter(null, 1) // something in between
            await changes.append([added()])
          }),
        ),
      )
      const followed: number[] = []
      while (followed.length < written) {
        const next = (await reader?.read.changes.after(followed.at(-1) ?? 0, 7)) ?? []
        followed.push(...next.map(({ seq }) => seq))
        await breathe()
      }
      await writing

      expect(followed).toEqual(Array.from({ length: written }, (_, i) => i + 1))
    })
  })
}

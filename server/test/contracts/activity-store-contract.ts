import { describe, expect, test } from 'vitest'
import type { Activity } from '../../src/domain/activity/activity.ts'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someActivity, someId } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function activityStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`activities: ${database.name}`, () => {
    const libraries = librariesOn(database)
    const everything = { kind: null, direction: 'ascending', from: null, limit: 100 } as const

    async function withActivities(activities: Activity[]) {
      const library = await libraries.open()
      await library.transaction((stores) => stores.activities.append(activities))
      return library.read.activities
    }

    test('an entry comes back as it was, for its own asset alone', async () => {
      const entry = someActivity({ by: { name: 'Zoë “Z” Lind', email: '' }, kind: 'shared', detail: 'Link' })
      const store = await withActivities([entry, someActivity()])

      expect(await store.ofAsset(entry.assetId, everything)).toEqual([entry])
      expect(await store.ofAsset(someId<AssetId>(), everything)).toEqual([])
    })

    test('nothing is appended as well', async () => {
      const store = await withActivities([])
      expect(await store.ofAsset(someId<AssetId>(), everything)).toEqual([])
    })

    test('entries stand in order of time, and those of one moment in one order both ways', async () => {
      const assetId = someId<AssetId>()
      const moments = [noon + 2, noon, noon + 1, noon + 1, noon + 1]
      const store = await withActivities(moments.map((time) => someActivity({ assetId, time })))

      const up = await store.ofAsset(assetId, everything)
      const down = await store.ofAsset(assetId, { ...everything, direction: 'descending' })

      expect(up.map(({ time }) => time)).toEqual([noon, noon + 1, noon + 1, noon + 1, noon + 2])
      expect(down).toEqual(up.toReversed())
    })

    test.for(['ascending', 'descending'] as const)('pages go on behind an entry, %s', async (direction) => {
      const assetId = someId<AssetId>()
      const entries = Array.from({ length: 7 }, (_, n) =>
        someActivity({ assetId, time: noon + Math.floor(n / 3), kind: n % 2 ? 'shared' : 'downloaded' }),
      )
      const store = await withActivities(entries)

      for (const kind of [null, 'downloaded'] as const) {
        const whole = await store.ofAsset(assetId, { ...everything, kind, direction })
        const paged: Activity[] = []
        for (;;) {
          const page = await store.ofAsset(assetId, { kind, direction, from: paged.at(-1) ?? null, limit: 2 })
          if (page.length === 0) break
          paged.push(...page)
        }
        expect(paged).toEqual(whole)
        expect(new Set(paged.map(({ id }) => id)).size).toBe(kind === null ? 7 : 4)
      }
    })

    test('what is older than a time is dropped, of all assets', async () => {
      const [old, fresh] = [someActivity({ time: noon - 1 }), someActivity({ time: noon })]
      const library = await libraries.open()
      await library.transaction(async ({ activities }) => {
        await activities.append([old, fresh])
        await activities.dropBefore(noon)
      })

      expect(await library.read.activities.ofAsset(old.assetId, everything)).toEqual([])
      expect(await library.read.activities.ofAsset(fresh.assetId, everything)).toEqual([fresh])
    })
  })
}

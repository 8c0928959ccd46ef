import { describe, expect, test } from 'vitest'
import { librariesOn } from '../../../test/contracts/opened-for-tests.ts'
import { availableDatabases } from '../../../test/harness/databases.ts'
import { someAsset } from '../../../test/harness/made-up.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { AssetStore } from '../../domain/asset/asset-store.ts'
import { keepPresented } from './keep-presented.ts'
import type { Presenting } from './present-content.ts'

const presenting = {
  ...{ forConsumers: false, origin: 'https://dam.example', now: 0 },
  addresses: { expiry: () => 1 },
} as Presenting

describe('assets as answers show them', () => {
  // read in the only thread: of a database elsewhere, reading alone lets others in
  const [sqlite] = availableDatabases()
  const libraries = librariesOn(sqlite)
  const withAssets = async (count: number) => {
    const library = await libraries.open()
    const some = Array.from({ length: count }, () => someAsset())
    await library.transaction(async ({ assets }) => {
      for (const asset of some) await assets.insert(asset)
    })
    return { library, ids: some.map(({ id }) => id) }
  }

  test('others are let in while a long page is put together', async () => {
    const { library, ids } = await withAssets(250)
    const kept = keepPresented({ most: 1000, read: briefs, present: async ({ id }) => ({ id }) })
    const turns = countTurns()

    const shown = await kept.of(library, ids, presenting)

    expect(turns.end()).toBeGreaterThanOrEqual(5)
    expect(shown).toEqual(ids.map((id) => ({ id })))
  })

  test('what changes while a page is put together is shown anew the next time', async () => {
    const { library, ids } = await withAssets(150)
    const changed = ids[0] as (typeof ids)[number]
    let wasChanged = false
    const kept = keepPresented({
      most: 1000,
      read: briefs,
      async present({ id, name }) {
        if (!wasChanged) {
          wasChanged = true
          await library.transaction(async ({ assets, changes }) => {
            await assets.update(changed, { name: 'another' })
            await changes.append([{ event: 'asset.changed', scheme: 'image', id: changed, time: 1 }])
          })
          await kept.of(library, [], presenting) // somebody else asks, and is told of the change
        }
        return { id, name }
      },
    })

    await kept.of(library, ids, presenting)

    expect((await kept.of(library, [changed], presenting))[0]?.name).toBe('another')
  })
})

const briefs = (assets: AssetStore, ids: readonly AssetId[]) => assets.findBriefs(ids)

/** How often the event loop came round until `end`. */
function countTurns(): { end(): number } {
  let [turns, going] = [0, true]
  const next = () => {
    if (!going) return
    turns++
    setImmediate(next)
  }
  setImmediate(next)
  return {
    end() {
      going = false
      return turns
    },
  }
}

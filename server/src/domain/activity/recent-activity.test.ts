import { expect, test, vi } from 'vitest'
import { librariesOn } from '../../../test/contracts/opened-for-tests.ts'
import { availableDatabases } from '../../../test/harness/databases.ts'
import { noon, someId } from '../../../test/harness/made-up.ts'
import { randomIds } from '../../adapters/crypto/random-ids.ts'
import type { AssetId } from '../asset/asset.ts'
import type { Library } from '../ports/library.ts'
import type { NewActivity } from './activity.ts'
import { openRecentActivity } from './recent-activity.ts'

const [embedded] = availableDatabases()
if (!embedded) throw new Error('There is always SQLite')
const libraries = librariesOn(embedded)
const assetId = someId<AssetId>()

const deed = (n: number): NewActivity => ({
  assetId,
  scheme: 'image',
  kind: 'previewed',
  by: { name: 'Mara', email: '' },
  time: noon + n,
  detail: '',
})

async function keptIn({ read }: Library): Promise<number[]> {
  const all = { kind: null, direction: 'ascending', from: null, limit: 1000 } as const
  return (await read.activities.ofAsset(assetId, all)).map(({ time }) => time - noon)
}

test('what comes in a moment is written together, by itself', async () => {
  const library = await libraries.open()
  const recent = openRecentActivity({ ids: randomIds, delayMs: 10 })
  const transaction = vi.spyOn(library, 'transaction')

  for (let n = 0; n < 100; n++) recent.note(library, deed(n))

  await vi.waitFor(async () => expect(await keptIn(library)).toHaveLength(100))
  expect(transaction).toHaveBeenCalledTimes(1)
  await recent.close()
})

test('each library gets its own, at the latest when all closes', async () => {
  const [one, other] = [await libraries.open(), await libraries.open()]
  const recent = openRecentActivity({ ids: randomIds, delayMs: 60_000 })

  recent.note(one, deed(1))
  recent.note(other, deed(2))
  await recent.close()

  expect([await keptIn(one), await keptIn(other)]).toEqual([[1], [2]])
})

test('who asks for it to be written waits also for what is being written', async () => {
  const library = await libraries.open()
  const recent = openRecentActivity({ ids: randomIds, delayMs: 60_000 })
  recent.note(library, deed(1))
  const first = recent.flush(library)
  recent.note(library, deed(2))

  await recent.flush(library)

  expect(await keptIn(library)).toEqual([1, 2])
  await first
  await recent.close()
})

test('what could not be written is kept and written later, up to a limit', async () => {
  const library = await libraries.open()
  const recent = openRecentActivity({ ids: randomIds, delayMs: 5, most: 5 })
  const outage = vi.spyOn(library, 'transaction').mockRejectedValue(new Error('The disk is full'))

  for (const n of [1, 2, 3]) recent.note(library, deed(n))
  await expect(recent.flush(library)).rejects.toThrow('The disk is full')
  for (const n of [4, 5, 6, 7]) recent.note(library, deed(n))
  expect(await keptIn(library)).toEqual([])

  outage.mockRestore()
  await vi.waitFor(async () => expect(await keptIn(library)).toEqual([1, 2, 3, 4, 5]))
  await recent.close()
})

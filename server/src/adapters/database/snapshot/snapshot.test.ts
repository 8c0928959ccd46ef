import { describe, expect, test } from 'vitest'
import { availableDatabases, type OwnDatabase, type TestDatabase } from '../../../../test/harness/databases.ts'
import {
  noon,
  someAccount,
  someApiKey,
  someAsset,
  someCollection,
  someUpload,
  someUser,
  someVersion,
} from '../../../../test/harness/made-up.ts'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { originalKey } from '../../../domain/ports/object-store.ts'
import { dumpLines } from './dump-lines.ts'
import { loadDump } from './load-dump.ts'
import { openSnapshot } from './open-snapshot.ts'
import type { DatabaseSnapshot } from './snapshot.ts'

const databases = availableDatabases()

for (const from of databases) {
  describe.skipIf(from.missing)(`A snapshot of ${from.name}`, () => {
    test('of nothing is nothing', () =>
      withDatabase(from, async (source) => expect(await openSnapshot(source.options)).toBeUndefined()))

    test('stays as it was, whatever is written meanwhile', () =>
      withDatabase(from, async (source) => {
        const { library } = await fill(source)
        const snapshot = await snapshotOf(source)
        const before = await linesOf(snapshot)

        await library.transaction(({ users }) => users.insert(someUser()))

        expect(await linesOf(snapshot)).toEqual(before)
        await snapshot.close()
        const later = await snapshotOf(source)
        expect(await linesOf(later)).toHaveLength(before.length + 1)
        await later.close()
      }))

    test('names the bytes of every version and upload, whichever table says so', () =>
      withDatabase(from, async (source) => {
        const { sha256 } = await fill(source)
        const snapshot = await snapshotOf(source)
        const named: string[] = []
        for (const part of snapshot.parts)
          for await (const row of part.namingRows()) named.push(`${row.table} ${row.object} ${row.size}`)
        await snapshot.close()

        expect(named).toEqual([...sha256].sort().map((each) => expect.stringContaining(originalKey(each))))
        expect(named.filter((each) => each.startsWith('upload '))).toHaveLength(1)
      }))

    for (const to of databases) {
      test.skipIf(to.missing)(`loaded into ${to.name} is the same, and goes on working`, () =>
        withDatabase(from, (source) =>
          withDatabase(to, async (target) => {
            const { account, assetId } = await fill(source)
            const snapshot = await snapshotOf(source)
            const lines = await linesOf(snapshot)

            await loadDump(
              target.options,
              snapshot.parts.map((part) => dumpLines(part)),
            )

            await snapshot.close()
            const copy = await snapshotOf(target)
            expect(await linesOf(copy)).toEqual(lines)
            await copy.close()

            const { libraries, control } = await target.open()
            expect(await control.read.accounts.all()).toEqual([account])
            const library = await libraries.of(account)
            const [asset] = await library.read.assets.findMany([assetId])
            expect(asset).toMatchObject({
              description: 'Zeile\n“二” 🐅',
              current: { no: 2, measures: { width: Number.POSITIVE_INFINITY, dpi: 72.5 } },
            })
            // what refers to what is guarded as before
            const orphan = someCollection({ parentId: 'GONE' as never })
            await expect(library.transaction((stores) => stores.collections.insert(orphan))).rejects.toThrow()
          }),
        ),
      )
    }
  })
}

test.skipIf(databases.some(({ missing }) => missing))('nothing is loaded where a library is already', async () => {
  const [sqlite, postgres] = databases
  if (!sqlite || !postgres) throw new Error('Both are always listed')
  await withDatabase(sqlite, (source) =>
    withDatabase(postgres, async (target) => {
      await fill(source)
      await fill(target)
      const snapshot = await snapshotOf(source)
      const loading = loadDump(
        target.options,
        snapshot.parts.map((part) => dumpLines(part)),
      )
      await expect(loading).rejects.toThrow('The database holds an installation already')
      await snapshot.close()
    }),
  )
})

async function withDatabase<T>(database: TestDatabase, use: (own: OwnDatabase) => Promise<T>): Promise<T> {
  const own = await database.create()
  try {
    return await use(own)
  } finally {
    await own.close()
  }
}

async function snapshotOf({ options }: OwnDatabase): Promise<DatabaseSnapshot> {
  const snapshot = await openSnapshot(options)
  if (!snapshot) throw new Error('There is no database')
  return snapshot
}

/** Rows come in no order, so that of two equal databases the lines are equal once sorted. */
async function linesOf(snapshot: DatabaseSnapshot): Promise<string[]> {
  const lines: string[] = []
  for (const part of snapshot.parts) {
    const ofPart: string[] = []
    let table = ''
    for await (const line of dumpLines(part)) {
      if (line.startsWith('{')) table = line
      else ofPart.push(`${part.name} ${table} ${line}`)
    }
    lines.push(...ofPart.sort())
  }
  return lines
}

/** One account with a little of what needs care: odd text, odd numbers, things inside things of their own kind. */
async function fill(own: OwnDatabase) {
  const { control, libraries } = await own.open()
  const account = someAccount()
  await control.transaction(async ({ accounts, apiKeys }) => {
    await accounts.insert(account)
    await apiKeys.insert(someApiKey(account))
  })
  const library = await libraries.of(account)
  const sha256 = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]
  const bytes = (at: 0 | 1 | 2) => ({ sha256: sha256[at], object: originalKey(sha256[at]) })
  const upload = someUpload({ ...bytes(0), given: { name: 'Tiger' } })
  const folders = [someCollection({ id: 'ZZZZZ' as never, kind: 'folder' })]
  folders.push(someCollection({ id: 'AAAAA' as never, kind: 'folder', parentId: folders[0]?.id ?? null }))
  const id = upload.id as AssetId
  const first = someVersion({ assetId: id, ...bytes(1) })
  const second = someVersion({
    assetId: id,
    no: 2,
    ...bytes(2),
    measures: { ...first.measures, width: Number.POSITIVE_INFINITY, dpi: 72.5, createdInFileAt: -noon },
  })
  await library.transaction(async ({ users, assets, uploads, collections, changes }) => {
    await users.insert(someUser({ lastName: 'O\u2019Hara "x" \\ \t' }))
    for (const folder of folders) await collections.insert(folder)
    await uploads.insert(upload)
    await assets.insert(someAsset({ id, description: 'Zeile\n“二” 🐅', current: first, tags: ['a|b', '{"n":1}'] }))
    await assets.addVersion(second)
    await changes.append([{ event: 'asset.added', scheme: 'image', id, time: noon }])
  })
  return { account, library, assetId: id, sha256 }
}

import { describe, expect, test } from 'vitest'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { CollectionId } from '../../src/domain/collection/collection.ts'
import { type Upload, uploadStates } from '../../src/domain/intake/upload.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someUpload } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function uploadStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`uploads: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withUploads(...some: Upload[]) {
      const library = await libraries.open()
      await library.transaction(async ({ uploads }) => {
        for (const upload of some) await uploads.insert(upload)
      })
      return library
    }
    const ids = (uploads: Pick<Upload, 'id'>[]) => uploads.map(({ id }) => id)

    test('an upload comes back as it was, whatever was given with it', async () => {
      const upload = someUpload({
        tags: ['a', 'B', 'ü'],
        given: { name: 'Ünï', __proto__x: 'y', 'odd "key"': 'multi\nline' },
        albumId: 'NOWHERE' as CollectionId,
        versionOf: 'unknown' as AssetId,
        takeInAnyway: true,
        scheme: 'video',
        message: 'why',
        finishedAt: noon,
      })
      const library = await withUploads(upload)

      expect(await library.read.uploads.find(upload.id)).toEqual(upload)
      expect(await library.read.uploads.find(someUpload().id)).toBeUndefined()
    })

    test('an update changes what it names and nothing else', async () => {
      const upload = someUpload({ scheme: 'image' })
      const library = await withUploads(upload)
      const fields = { state: 'Error', message: 'Empty file', finishedAt: noon, takeInAnyway: true } as const

      await library.transaction(async ({ uploads }) => {
        await uploads.update(upload.id, fields)
        await uploads.update(upload.id, {})
        await uploads.update(someUpload().id, fields)
      })

      expect(await library.read.uploads.find(upload.id)).toEqual({ ...upload, ...fields })

      await library.transaction(({ uploads }) => uploads.update(upload.id, { message: null, scheme: null }))
      expect(await library.read.uploads.find(upload.id)).toEqual({ ...upload, ...fields, message: null, scheme: null })
    })

    test('since a time they come newest first, of one person or of everyone, up to the limit', async () => {
      const at = (uploadedAt: number, uploadedBy = 'mara@acme.example') => someUpload({ uploadedAt, uploadedBy })
      const [old, first, second, third] = [at(noon - 1), at(noon), at(noon + 1, 'ines@acme.example'), at(noon + 2)]
      const { uploads } = (await withUploads(first, third, old, second)).read

      expect(ids(await uploads.since(noon, null, 10))).toEqual(ids([third, second, first]))
      expect(ids(await uploads.since(noon, null, 2))).toEqual(ids([third, second]))
      expect(ids(await uploads.since(noon, 'mara@acme.example', 10))).toEqual(ids([third, first]))
      expect(await uploads.since(noon, 'nobody@acme.example', 10)).toEqual([])
    })

    test('uploads of one moment always come in the same order', async () => {
      const { uploads } = (await withUploads(...Array.from({ length: 20 }, () => someUpload()))).read

      const all = ids(await uploads.since(noon, null, 20))

      expect(all).toEqual([...all].sort().reverse())
    })

    test('failed ones are those that ended as Error before a time, oldest first', async () => {
      const failed = (finishedAt: number) => someUpload({ state: 'Error', finishedAt })
      const [first, second, late] = [failed(noon - 2), failed(noon - 1), failed(noon)]
      const done = someUpload({ state: 'Done', finishedAt: noon - 3 })
      const { uploads } = (await withUploads(late, second, first, done, someUpload())).read

      expect(ids(await uploads.failedBefore(noon, 10))).toEqual(ids([first, second]))
      expect(ids(await uploads.failedBefore(noon, 1))).toEqual(ids([first]))
    })

    test('all with the same bytes are found, in any state', async () => {
      const same = uploadStates.map((state) => someUpload({ state, sha256: 'same' }))
      const { uploads } = (await withUploads(...same, someUpload())).read

      expect(ids(await uploads.findByContent('same')).sort()).toEqual(ids(same).sort())
      expect(await uploads.findByContent('other')).toEqual([])
    })

    test('a deleted one is gone, and deleting nothing resolves', async () => {
      const upload = someUpload()
      const library = await withUploads(upload)

      await library.transaction(({ uploads }) => uploads.delete(upload.id))
      await library.transaction(({ uploads }) => uploads.delete(upload.id))

      expect(await library.read.uploads.find(upload.id)).toBeUndefined()
    })

    test('unfinished are all but Done and Error', async () => {
      const library = await withUploads(...uploadStates.map((state) => someUpload({ state })))

      expect(await library.read.uploads.countUnfinished()).toBe(3)
    })
  })
}

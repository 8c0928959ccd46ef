import { describe, expect, test } from 'vitest'
import type { Asset, AssetId } from '../../src/domain/asset/asset.ts'
import type { AskedVersions } from '../../src/domain/asset/asset-store.ts'
import { type BriefAsset, briefMetadata } from '../../src/domain/asset/brief-asset.ts'
import type { Scheme } from '../../src/domain/asset/scheme.ts'
import type { Examination, Version, VersionId } from '../../src/domain/asset/version.ts'
import type { Library, LibraryStores } from '../../src/domain/ports/library.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someCollection, someKeyword, someVersion } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function assetStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`assets: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withAssets(...some: Asset[]) {
      const library = await libraries.open()
      await library.transaction(async ({ assets }) => {
        for (const asset of some) await assets.insert(asset)
      })
      return library
    }
    /** What lists show of it is always of the same moment. */
    async function find({ read }: Library, { id }: Asset) {
      const found = await read.assets.findMany([id])
      expect(await read.assets.findBriefs([id])).toEqual(found.map(briefly))
      return found[0]
    }
    const withVersion = (scheme: Scheme, said: Partial<Version>): Asset => {
      const current = someVersion({ scheme, ...said })
      return someAsset({ id: current.assetId, scheme, current })
    }
    const ids = (assets: Asset[]) => assets.map(({ id }) => id)

    test('an asset comes back as it was, with its version, tags, keywords and albums', async () => {
      const library = await libraries.open()
      const albums = [someCollection(), someCollection()]
      const albumIds = albums.map(({ id }) => id).sort()
      const asset = someAsset({
        name: 'Ünï 🐅.jpg',
        description: 'two\nlines "quoted" \\ 100%',
        expiresAt: noon + 1,
        approval: 'Restricted',
        tags: ['zebra', 'Äpfel', 'apple', '🐅 | + \\'],
        albumIds,
      })
      const keywords = ['zoo', 'Apple', 'banana'].map((name) => someKeyword({ name }))

      await library.transaction(async (stores) => {
        for (const album of albums) await stores.collections.insert(album)
        await stores.assets.insert(asset)
        for (const keyword of keywords) {
          await stores.keywords.insert(keyword)
          await stores.keywords.attach(asset.id, keyword.id)
        }
      })

      expect(await find(library, asset)).toEqual({ ...asset, keywords: ['Apple', 'banana', 'zoo'] })
    })

    test('what a file says may hold a NUL, which is kept as a replacement character', async () => {
      const current = someVersion({ metadata: { Comment: 'a\0b', Software: 'a\0b' }, text: 'a\0b' })
      const asset = someAsset({ id: current.assetId, description: 'a\0b', current })

      const library = await withAssets(asset)

      const found = await find(library, asset)
      expect(found?.description).toBe('a\uFFFDb')
      expect((await library.read.assets.findVersion(asset.id, current.id))?.text).toBe('a\uFFFDb')
      expect(found?.current.metadata).toEqual({ Comment: 'a\0b', Software: 'a\0b' })
    })

    test('an id that could never be stored is just unknown', async () => {
      const { assets } = (await withAssets(someAsset())).read
      const odd = ['a\0b', '\uD83D', "' or 1=1 --", '', '"]'] as AssetId[]

      expect(await assets.findMany(odd)).toEqual([])
      for (const id of odd) expect(await assets.versionsOf(id)).toEqual([])
    })

    test('absurd measures and thousands of tags are no obstacle', async () => {
      const measures = { width: 5e9, height: 0, dpi: 299.99, duration: 1e12, pages: -1, createdInFileAt: -1.5 }
      const current = someVersion({ measures })
      const tags = Array.from({ length: 20_000 }, (_, i) => `tag ${i}`)
      const asset = someAsset({ id: current.assetId, current, tags })

      const library = await withAssets(asset)

      expect(await find(library, asset)).toEqual(asset)
    })

    test('many come in the order asked, doubles and all, without the unknown and the trashed', async () => {
      const [a, b, c] = [someAsset(), someAsset(), someAsset()]
      const library = await withAssets(a, b, c)
      await library.transaction(({ assets }) => assets.trash(b.id, noon))

      const asked = [c.id, 'unknown' as AssetId, b.id, a.id, c.id]
      const found = await library.read.assets.findMany(asked)

      expect(ids(found)).toEqual([c.id, a.id, c.id])
      expect(await library.read.assets.findBriefs(asked)).toEqual(found.map(briefly))
      expect(await library.read.assets.findMany([])).toEqual([])
    })

    test('thousands are found at once', async () => {
      const many = Array.from({ length: 40 }, () => someAsset())
      const library = await withAssets(...many)
      const asked = Array.from({ length: 40_000 }, (_, i) => many[i % 997]?.id ?? (`unknown${i}` as AssetId))

      const found = await library.read.assets.findMany(asked)

      const known = new Set(ids(many))
      expect(ids(found)).toEqual(asked.filter((id) => known.has(id)))
    })

    test('an update changes what it names and nothing else', async () => {
      const [asset, other] = [someAsset({ tags: ['a'] }), someAsset()]
      const library = await withAssets(asset, other)
      const fields = {
        name: 'new.jpg',
        description: '',
        approval: 'Pending',
        expiresAt: noon,
        modifiedAt: noon + 9,
      } as const

      await library.transaction(async ({ assets }) => {
        await assets.update(asset.id, fields)
        await assets.update(asset.id, {})
        await assets.update('unknown' as AssetId, fields)
      })
      expect(await find(library, asset)).toEqual({ ...asset, ...fields })

      const rest = { scheme: 'video', author: 'x', copyright: 'y', termsAndConditions: 'z', expiresAt: null } as const
      await library.transaction(({ assets }) => assets.update(asset.id, rest))
      expect(await find(library, asset)).toEqual({ ...asset, ...fields, ...rest })
      expect(await find(library, other)).toEqual(other)
    })

    test('touching sets the time of those there are and says which they are', async () => {
      const [one, two, trashed] = [someAsset({ scheme: 'audio' }), someAsset(), someAsset()]
      const library = await withAssets(one, two, trashed)

      const touched = await library.transaction(async ({ assets }) => {
        await assets.trash(trashed.id, noon)
        return assets.touch([one.id, trashed.id, 'unknown' as AssetId], noon + 77)
      })

      expect(touched).toEqual([{ id: one.id, scheme: 'audio' }])
      expect(await find(library, one)).toEqual({ ...one, modifiedAt: noon + 77 })
      expect(await find(library, two)).toEqual(two)
      expect(await library.transaction(({ assets }) => assets.touch([], noon))).toEqual([])
    })

    test('tags keep their order and their first spelling, and say whether they changed', async () => {
      const asset = someAsset({ tags: ['Zoo', 'apple', 'ZOO'] })
      const library = await withAssets(asset)
      expect((await find(library, asset))?.tags).toEqual(['Zoo', 'apple'])

      const answers = await library.transaction(async ({ assets }) => [
        await assets.addTag(asset.id, 'Größe'),
        await assets.addTag(asset.id, 'GRÖßE'),
        await assets.removeTag(asset.id, 'ZOO'),
        await assets.removeTag(asset.id, 'zoo'),
        await assets.addTag(asset.id, 'zoo'),
      ])

      expect(answers).toEqual([true, false, true, false, true])
      expect((await find(library, asset))?.tags).toEqual(['apple', 'Größe', 'zoo'])
    })

    test('an album is entered and left once', async () => {
      const [asset, album] = [someAsset(), someCollection()]
      const library = await withAssets(asset)
      await library.transaction(({ collections }) => collections.insert(album))
      const change = (verb: 'addToAlbum' | 'removeFromAlbum') =>
        library.transaction(({ assets }) => assets[verb](asset.id, album.id))

      expect([await change('addToAlbum'), await change('addToAlbum')]).toEqual([true, false])
      expect((await find(library, asset))?.albumIds).toEqual([album.id])
      expect([await change('removeFromAlbum'), await change('removeFromAlbum')]).toEqual([true, false])
      expect((await find(library, asset))?.albumIds).toEqual([])
    })

    test('a new version becomes the current one and the old ones stay', async () => {
      const asset = someAsset()
      const second = someVersion({ assetId: asset.id, no: 2, comment: 'brighter', size: 7, hasPreview: false })
      const third = someVersion({
        assetId: asset.id,
        no: 3,
        measures: { width: null, height: null, dpi: null, duration: 61, pages: 12, createdInFileAt: null },
      })
      const library = await withAssets(asset)

      await library.transaction(async ({ assets }) => {
        await assets.addVersion(second)
        await assets.addVersion(third)
      })

      expect(await find(library, asset)).toEqual({ ...asset, current: third })
      expect(await library.read.assets.versionsOf(asset.id)).toEqual([third, second, asset.current])
      expect(await library.read.assets.findVersion(asset.id, second.id)).toEqual(second)
    })

    test('text inside a document is read by who asks for it, and never carried along in lists', async () => {
      const asset = withVersion('document', { text: 'all work and no play' })
      const { read } = await withAssets(asset)
      const text = async (options?: { withText: boolean }) =>
        (await read.assets.findMany([asset.id], options)).map(({ current }) => current.text)

      expect(await text()).toEqual([''])
      expect(await text({ withText: true })).toEqual(['all work and no play'])
      expect((await read.assets.findVersion(asset.id, asset.current.id))?.text).toBe('all work and no play')
    })

    test('what looking into a file again says is kept, and the asset’s scheme follows its current version', async () => {
      const asset = withVersion('image', { lacked: ['ffmpeg', 'perl'] })
      const library = await withAssets(asset)
      const examination: Examination = {
        ...{
          scheme: 'document' as const,
          extension: 'pdf',
          contentType: 'application/pdf',
          text: 'words',
          hasPreview: true,
        },
        measures: { width: null, height: null, dpi: null, duration: null, pages: 3, createdInFileAt: null },
        metadata: { Pages: '3', 'Creator Tool': 'A "press"' },
        lacked: ['ffmpeg'],
      }

      await library.transaction(async ({ assets }) => {
        await assets.recordExamination(asset.id, asset.current.id, examination)
        await assets.recordExamination(asset.id, someVersion().id, { ...examination, text: 'of nothing' })
      })

      const [now] = await library.read.assets.findMany([asset.id], { withText: true })
      expect(now).toEqual({ ...asset, scheme: 'document', current: { ...asset.current, ...examination } })
    })

    test('versions are listed by id, all of them or those that lacked something, of one kind or all', async () => {
      const sound = withVersion('audio', {})
      const film = withVersion('video', { lacked: ['ffmpeg'] })
      const gone = withVersion('video', { lacked: ['ffmpeg'] })
      const library = await withAssets(sound, film, gone)
      await library.transaction(({ assets }) => assets.trash(gone.id, noon))
      const listed = async (asked: Partial<AskedVersions>) =>
        (
          await library.read.assets.listVersions({ after: null, limit: 10, lacking: false, scheme: null, ...asked })
        ).map(({ id }) => id)

      const all = [sound.current.id, film.current.id].sort()
      expect(await listed({})).toEqual(all)
      expect(await listed({ lacking: true })).toEqual([film.current.id])
      expect(await listed({ scheme: 'audio' })).toEqual([sound.current.id])
      expect(await listed({ limit: 1 })).toEqual(all.slice(0, 1))
      expect(await listed({ after: all[0] as VersionId })).toEqual(all.slice(1))
      const [first] = await library.read.assets.listVersions({ after: null, limit: 1, lacking: true, scheme: null })
      expect(first).toEqual({
        ...{ id: film.current.id, assetId: film.id, scheme: 'video', extension: 'jpg', contentType: 'image/jpeg' },
        lacked: ['ffmpeg'],
      })
    })

    test('a version gets another comment, and only under its own asset', async () => {
      const [asset, other] = [someAsset(), someAsset()]
      const library = await withAssets(asset, other)

      await library.transaction(async ({ assets }) => {
        await assets.commentVersion(asset.id, asset.current.id, 'approved "by" 🐅')
        await assets.commentVersion(asset.id, other.current.id, 'of another')
      })

      expect((await find(library, asset))?.current.comment).toBe('approved "by" 🐅')
      expect(await find(library, other)).toEqual(other)
    })

    test.each([[1], [3]])('a version numbered %i does not follow the first', async (no) => {
      const asset = someAsset()
      const library = await withAssets(asset)

      const refused = library.transaction(({ assets }) => assets.addVersion(someVersion({ assetId: asset.id, no })))

      await expect(refused).rejects.toThrow('does not follow')
      expect(await library.read.assets.versionsOf(asset.id)).toEqual([asset.current])
    })

    test('a version is found under its own asset only', async () => {
      const [asset, other] = [someAsset(), someAsset()]
      const { assets } = (await withAssets(asset, other)).read

      expect(await assets.findVersion(other.id, asset.current.id)).toBeUndefined()
      expect(await assets.versionsOf('unknown' as AssetId)).toEqual([])
    })

    test('what is in the trash is in no list, and comes back whole', async () => {
      const album = someCollection()
      const asset = someAsset({ tags: ['a'], expiresAt: noon })
      const library = await withAssets(asset)
      const { assets } = library.read
      await library.transaction(async (stores) => {
        await stores.collections.insert(album)
        await stores.assets.addToAlbum(asset.id, album.id)
        await stores.assets.trash(asset.id, noon)
      })

      expect(await assets.findMany([asset.id])).toEqual([])
      expect(await assets.versionsOf(asset.id)).toEqual([])
      expect(await assets.findVersion(asset.id, asset.current.id)).toBeUndefined()
      expect(await assets.idsAfter(null, 10)).toEqual([])
      expect(await assets.count()).toBe(0)
      expect(await assets.expiringBetween(0, noon)).toEqual([])

      await library.transaction(async (stores) => {
        await stores.assets.restore(asset.id)
        await stores.assets.restore(asset.id)
      })
      expect(await find(library, asset)).toEqual({ ...asset, albumIds: [album.id] })
    })

    test('ids are walked in ascending order, page by page', async () => {
      const all = Array.from({ length: 7 }, () => someAsset())
      const { assets } = (await withAssets(...all)).read
      const sorted = ids(all).sort()

      const first = await assets.idsAfter(null, 3)
      const second = await assets.idsAfter(first.at(-1) ?? null, 3)
      const third = await assets.idsAfter(second.at(-1) ?? null, 3)

      expect([first, second, third]).toEqual([sorted.slice(0, 3), sorted.slice(3, 6), sorted.slice(6)])
      expect(await assets.count()).toBe(7)
      expect(await assets.idsAfter(sorted.at(-1) ?? null, 3)).toEqual([])
    })

    test('bytes are found in current and older versions, in the trash too, each asset once', async () => {
      const now = someVersion({ sha256: 'same' })
      const [a, b, other] = [someAsset({ id: now.assetId, current: now }), someAsset(), someAsset()]
      const library = await withAssets(a, b, other)
      await library.transaction(async ({ assets }) => {
        await assets.addVersion(someVersion({ assetId: a.id, no: 2, sha256: 'same' }))
        await assets.addVersion(someVersion({ assetId: b.id, no: 2, sha256: 'same' }))
        await assets.addVersion(someVersion({ assetId: b.id, no: 3 }))
        await assets.trash(b.id, noon)
      })

      expect(await library.read.assets.findByContent('same')).toEqual([a.id, b.id].sort())
      expect(await library.read.assets.findByContent('none')).toEqual([])
    })

    test('in albums are those in one of them, in the trash or not', async () => {
      const library = await libraries.open()
      const [one, other] = [someCollection(), someCollection()]
      const [inOne, inOther, inBoth, inNone] = [[one], [other], [one, other], []].map((albums) =>
        someAsset({ albumIds: albums.map(({ id }) => id) }),
      ) as [Asset, Asset, Asset, Asset]
      const all = ids([inOne, inOther, inBoth, inNone])
      await library.transaction(async ({ assets, collections }) => {
        for (const album of [one, other]) await collections.insert(album)
        for (const asset of [inOne, inOther, inBoth, inNone]) await assets.insert(asset)
        await assets.trash(inBoth.id, noon)
      })
      const { assets } = library.read

      expect((await assets.findInAlbums(all, [one.id])).sort()).toEqual(ids([inOne, inBoth]).sort())
      expect((await assets.findInAlbums(all, [one.id, other.id])).sort()).toEqual(ids([inOne, inOther, inBoth]).sort())
      expect(await assets.findInAlbums(all, [])).toEqual([])
      expect(await assets.findInAlbums([], [one.id])).toEqual([])
    })

    test('what is attached is noted with every change, and later where many lost some of it at once', async () => {
      const library = await libraries.open()
      const [kept, gone] = [someCollection(), someCollection()]
      const [print, old] = [someKeyword(), someKeyword()]
      const [asset, trashed] = [someAsset({ tags: ['a'], albumIds: [gone.id] }), someAsset({ albumIds: [gone.id] })]
      const { assets: reading } = library.read
      const steps: ((stores: LibraryStores) => Promise<unknown>)[] = [
        ({ assets }) => assets.addTag(asset.id, 'Ünï "b" \\'),
        ({ assets }) => assets.removeTag(asset.id, 'a'),
        ({ assets }) => assets.addToAlbum(asset.id, kept.id),
        ({ assets }) => assets.removeFromAlbum(asset.id, gone.id),
        ({ assets }) => assets.addToAlbum(asset.id, gone.id),
        ({ keywords }) => keywords.attach(asset.id, print.id),
        ({ keywords }) => keywords.attach(asset.id, old.id),
        ({ keywords }) => keywords.detach(asset.id, print.id),
        ({ keywords }) => keywords.attach(asset.id, print.id),
        ({ customFields }) => customFields.setValue(asset.id, 'meta_text_0', 'said'),
        ({ customFields }) => customFields.setValue(asset.id, 'meta_text_0', null),
        ({ customFields }) => customFields.setValue(asset.id, 'meta_text_0', 'again'),
        ({ customFields }) => customFields.setValue(asset.id, 'meta_multichoice_0', ['x', 'y']),
        ({ assets }) => assets.trash(trashed.id, noon),
      ]
      await library.transaction(async ({ collections, keywords, customFields, assets }) => {
        for (const album of [kept, gone]) await collections.insert(album)
        for (const keyword of [print, old]) await keywords.insert(keyword)
        await customFields.insert({ name: 'Text', type: 'TEXT', description: '', choices: [] })
        await customFields.insert({ name: 'Many', type: 'MULTICHOICE', description: '', choices: ['x', 'y'] })
        for (const one of [asset, trashed]) await assets.insert(one)
      })
      for (const step of steps) {
        await library.transaction(step)
        expect(await reading.notNoted(10)).toEqual([])
        expect(await reading.misnoted([asset.id, trashed.id])).toEqual([])
      }

      await library.transaction(({ collections }) => collections.delete([gone.id]))
      expect((await reading.notNoted(10)).sort()).toEqual(ids([asset, trashed]).sort())
      await library.transaction(({ keywords }) => keywords.delete(old.id))
      await library.transaction(({ customFields }) => customFields.delete('meta_text_0'))
      const left = {
        ...asset,
        tags: ['Ünï "b" \\'],
        keywords: [print.name],
        albumIds: [kept.id],
        customValues: { meta_multichoice_0: ['x', 'y'] },
      }
      expect(await find(library, asset)).toEqual(left)

      await library.transaction(async ({ assets }) => assets.noteAttached(await assets.notNoted(10)))
      expect(await reading.notNoted(10)).toEqual([])
      expect(await reading.misnoted([asset.id, trashed.id])).toEqual([])
      expect(await find(library, asset)).toEqual(left)
    })

    test('expiring are those alive at the start and expired at the end', async () => {
      const [before, at, within, end, after] = [-1, 0, 5, 10, 11].map((ms) => someAsset({ expiresAt: noon + ms }))
      const all = [before, at, within, end, after, someAsset()].filter((asset) => asset !== undefined)
      const { assets } = (await withAssets(...all)).read

      expect(await assets.expiringBetween(noon, noon + 10)).toEqual([within?.id, end?.id])
    })
  })
}

const briefly = ({ current, ...asset }: Asset): BriefAsset => {
  const { id, fileName, contentType, size, md5, uploadedAt, measures, metadata } = current
  const version = { id, fileName, contentType, size, md5, uploadedAt, measures }
  return { ...asset, current: { ...version, metadata: briefMetadata(metadata) } }
}

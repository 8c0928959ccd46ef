import { describe, expect, test } from 'vitest'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { CollectionId } from '../../src/domain/collection/collection.ts'
import type { LinkedFile, UploadLink, UploadLinkId } from '../../src/domain/upload-link/upload-link.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someId } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function uploadLinkStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`upload links: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withLinks(...links: UploadLink[]) {
      const library = await libraries.open()
      await library.transaction(async ({ uploadLinks }) => {
        for (const link of links) await uploadLinks.insert(link)
      })
      const file = (linkId: UploadLinkId, said: Partial<LinkedFile> = {}): Promise<string> =>
        library.transaction(async ({ uploadLinks }) => {
          const begun = { id: someId(), linkId, sender: 'a', begunAt: noon, ...said }
          await uploadLinks.beginFile(begun)
          return begun.id
        })
      return { library, links: library.read.uploadLinks, file }
    }

    test('a link comes back as it was', async () => {
      const plain = someLink()
      const ending = someLink({ expiresAt: noon + 1, recipients: [], description: '' })
      const { links } = await withLinks(plain, ending)

      expect(await links.find(plain.id)).toEqual(plain)
      expect(await links.find(ending.id)).toEqual(ending)
      expect(await links.find(someId<UploadLinkId>())).toBeUndefined()
    })

    test('its album is noted, and its end, the first time counting', async () => {
      const link = someLink()
      const { library, links } = await withLinks(link)

      await library.transaction(async ({ uploadLinks }) => {
        await uploadLinks.setAlbum(link.id, 'AAAAA' as CollectionId)
        await uploadLinks.revoke(link.id, noon + 5)
        await uploadLinks.revoke(link.id, noon + 9)
      })

      expect(await links.find(link.id)).toEqual({ ...link, albumId: 'AAAAA', revokedAt: noon + 5 })
    })

    test('links are listed newest first, page by page, with the files that came', async () => {
      const [old, hers, young] = [
        someLink({ createdAt: noon - 2 }),
        someLink({ createdAt: noon - 1, createdBy: 'ines@acme.example' }),
        someLink(),
      ]
      const { library, links, file } = await withLinks(old, hers, young)
      for (const link of [hers, hers, old]) {
        const id = await file(link.id)
        await library.transaction(({ uploadLinks }) => uploadLinks.endFile(id, someId<AssetId>()))
      }
      await file(young.id) // and never came

      expect(await links.list({ by: null, start: 0, limit: 2 })).toEqual({
        found: 3,
        links: [
          { ...young, files: 0 },
          { ...hers, files: 2 },
        ],
      })
      expect(await links.list({ by: null, start: 2, limit: 2 })).toEqual({ found: 3, links: [{ ...old, files: 1 }] })
      expect(await links.list({ by: 'ines@acme.example', start: 0, limit: 9 })).toEqual({
        found: 1,
        links: [{ ...hers, files: 2 }],
      })
    })

    test('files count for their sender and their link, from a time on', async () => {
      const [link, other] = [someLink(), someLink()]
      const { links, file } = await withLinks(link, other)
      await file(link.id, { begunAt: noon - 1 })
      await file(link.id)
      await file(link.id, { begunAt: noon + 1 })
      await file(link.id, { sender: 'b' })
      await file(other.id)

      expect(await links.countBegun(link.id, 'a', noon)).toBe(2)
      expect(await links.countBegun(link.id, 'b', noon)).toBe(1)
      expect(await links.countBegun(link.id, 'c', noon)).toBe(0)
    })
  })
}

const someLink = (said: Partial<UploadLink> = {}): UploadLink => ({
  id: someId<UploadLinkId>(),
  name: 'Summer / 2026 🐅',
  description: 'Pictures of the beach',
  createdBy: 'mara@acme.example',
  createdByName: 'Mara Lind',
  createdAt: noon,
  expiresAt: null,
  revokedAt: null,
  recipients: [{ firstName: 'Ines', lastName: 'Ørsted', email: 'ines@agency.example' }],
  albumId: null,
  ...said,
})

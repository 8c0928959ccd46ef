import { describe, expect, test } from 'vitest'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someId, someUser } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function acceptedTermsStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`accepted terms: ${database.name}`, () => {
    const libraries = librariesOn(database)

    test('each user accepts for themselves, and the words accepted last count', async () => {
      const library = await libraries.open()
      const [ada, mara] = [someUser(), someUser()]
      const [poster, clip] = [someAsset(), someAsset()]
      await library.transaction(async ({ users, assets, acceptedTerms }) => {
        for (const user of [ada, mara]) await users.insert(user)
        for (const asset of [poster, clip]) await assets.insert(asset)
        await acceptedTerms.accept(ada.id, poster.id, 'old', noon)
        await acceptedTerms.accept(ada.id, poster.id, 'new "words" 🐅', noon + 1)
        await acceptedTerms.accept(mara.id, clip.id, 'other', noon)
      })

      const { acceptedTerms } = library.read
      const both = [poster.id, clip.id, someId<typeof poster.id>()]
      expect(await acceptedTerms.acceptedBy(ada.id, both)).toEqual(new Map([[poster.id, 'new "words" 🐅']]))
      expect(await acceptedTerms.acceptedBy(mara.id, both)).toEqual(new Map([[clip.id, 'other']]))
      expect(await acceptedTerms.acceptedBy(mara.id, [])).toEqual(new Map())
    })
  })
}

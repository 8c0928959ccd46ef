import { type AssetAddress, findVisibleAsset } from '../asset/find-visible-asset.ts'
import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Keyword } from './keyword.ts'

export type KeywordDeps = { library: Library; clock: Clock }

/** Puts a word of the vocabulary on an asset, in the vocabulary's spelling. Twice is once. */
export async function attachKeyword(
  { library, clock }: KeywordDeps,
  asked: AssetAddress & { keyword: string },
): Promise<void> {
  const time = clock.now()
  await library.transaction(async (stores) => {
    const { id, scheme } = await findVisibleAsset(stores, asked, time)
    const keyword = await wordOf(stores, asked.keyword)
    if (!(await stores.keywords.attach(id, keyword.id))) return
    await stores.assets.update(id, { modifiedAt: time })
    await stores.changes.append([{ event: 'asset.keyword.added', scheme, id, time }])
  })
}

/** Takes a word of the vocabulary from an asset; one that it does not carry changes nothing. */
export async function detachKeyword(
  { library, clock }: KeywordDeps,
  asked: AssetAddress & { keyword: string },
): Promise<void> {
  const time = clock.now()
  await library.transaction(async (stores) => {
    const { id, scheme } = await findVisibleAsset(stores, asked, time)
    const keyword = await wordOf(stores, asked.keyword)
    if (!(await stores.keywords.detach(id, keyword.id))) return
    await stores.assets.update(id, { modifiedAt: time })
    await stores.changes.append([{ event: 'asset.keyword.removed', scheme, id, time }])
  })
}

async function wordOf({ keywords }: Pick<LibraryStores, 'keywords'>, name: string): Promise<Keyword> {
  const keyword = await keywords.findByName(name)
  if (!keyword) throw new NotFound(`keyword "${name}" in the vocabulary`)
  return keyword
}

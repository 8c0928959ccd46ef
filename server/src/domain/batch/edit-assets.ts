import type { Asset, AssetId } from '../asset/asset.ts'
import { isVisibleTo } from '../asset/find-visible-asset.ts'
import type { NewChange } from '../change/change.ts'
import { NotFound } from '../domain-error.ts'
import { fold } from '../fold.ts'
import type { Keyword } from '../keyword/keyword.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Role } from '../user/user.ts'
import { applyEdit } from './apply-edit.ts'
import type { AssetEdit } from './asset-edit.ts'
import { writeDifference } from './write-difference.ts'

export type Contents = readonly { id: AssetId; scheme: string }[]

/** All edits on all assets, in the order given, or none on any: an unknown asset or keyword is `NotFound`. */
export async function editAssets(
  { library, clock }: { library: Library; clock: Clock },
  { contents, edits, role }: { contents: Contents; edits: readonly AssetEdit[]; role: Role },
): Promise<void> {
  const time = clock.now()
  await library.transaction(async (stores) => {
    const assets = await findAll(stores, { contents, role, time })
    const keywords = await keywordsOf(stores, edits)
    const exact = edits.map((edit) => inVocabulary(edit, keywords))
    await mustHaveFields(stores, edits)

    const changes: NewChange[] = []
    const expiriesLogged = await stores.changes.position('expiry')
    for (const asset of assets) {
      const edited = exact.reduce(applyEdit, asset)
      changes.push(...(await writeDifference(stores, { asset, edited, keywords, time, expiriesLogged })))
    }
    await stores.changes.append(changes)
  })
}

/** Every one of them, each once; `NotFound` names the first that is not there. */
export async function findAll(
  { assets }: Pick<LibraryStores, 'assets'>,
  { contents, role, time }: { contents: Contents; role: Role; time: number },
): Promise<Asset[]> {
  const found = await assets.findMany([...new Set(contents.map(({ id }) => id))])
  const visible = new Map(found.filter((asset) => isVisibleTo(role, asset, time)).map((asset) => [asset.id, asset]))
  const missing = contents.find(({ id, scheme }) => visible.get(id)?.scheme !== scheme)
  if (missing) throw new NotFound(`${missing.scheme} ${missing.id}`)
  return [...visible.values()]
}

/** By their folded names. */
async function keywordsOf(
  { keywords }: Pick<LibraryStores, 'keywords'>,
  edits: readonly AssetEdit[],
): Promise<Map<string, Keyword>> {
  const named = edits.flatMap((edit) => (edit.kind === 'keywords' ? edit.words : []))
  const found = new Map<string, Keyword>()
  for (const name of new Set(named.map(fold))) {
    const keyword = await keywords.findByName(name)
    if (!keyword) throw new NotFound(`keyword "${named.find((word) => fold(word) === name)}" in the vocabulary`)
    found.set(name, keyword)
  }
  return found
}

const inVocabulary = (edit: AssetEdit, keywords: Map<string, Keyword>): AssetEdit =>
  edit.kind === 'keywords' ? { ...edit, words: edit.words.map((word) => keywords.get(fold(word))?.name ?? word) } : edit

/** They were there when the request was read; one may have been deleted since. */
async function mustHaveFields({ customFields }: Pick<LibraryStores, 'customFields'>, edits: readonly AssetEdit[]) {
  const wanted = edits.flatMap((edit) => (edit.kind === 'custom' ? edit.field.id : []))
  if (wanted.length === 0) return
  const known = new Set((await customFields.all()).map(({ id }) => id))
  const gone = wanted.find((id) => !known.has(id))
  if (gone) throw new NotFound(`custom field ${gone}`)
}

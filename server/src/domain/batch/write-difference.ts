import { type Asset, hasExpired } from '../asset/asset.ts'
import type { AssetFields } from '../asset/asset-store.ts'
import type { AssetEvent, NewChange } from '../change/change.ts'
import type { CustomFieldId } from '../custom-field/custom-field.ts'
import { fold } from '../fold.ts'
import type { Keyword } from '../keyword/keyword.ts'
import type { LibraryStores } from '../ports/library.ts'
import { editableTexts } from './asset-edit.ts'

type Difference = {
  asset: Asset
  edited: Asset
  /** Those that are added or removed, by folded name. */
  keywords: ReadonlyMap<string, Keyword>
  time: number
  /** Expiries up to this time are in the change log already. */
  expiriesLogged: number
}

/** Makes the asset what it was edited to be, and answers what the change log has to say of it; nothing where it is so. */
export async function writeDifference(stores: LibraryStores, difference: Difference): Promise<NewChange[]> {
  const { asset, edited, time } = difference
  const { id, scheme } = asset
  const fields = fieldsThatDiffer(asset, edited)
  const tags = await changeTags(stores, difference)
  const values = await changeValues(stores, difference)
  const words = await changeKeywords(stores, difference)

  const events: AssetEvent[] = [
    ...(fields !== null || tags || values ? ['asset.changed' as const] : []),
    ...words,
    ...(expiresUnseen(difference) ? ['asset.expired' as const] : []),
  ]
  if (events.length === 0) return []
  await stores.assets.update(id, { ...fields, modifiedAt: time })
  return events.map((event) => ({ event, scheme, id, time }))
}

function fieldsThatDiffer(asset: Asset, edited: Asset): Partial<AssetFields> | null {
  const names = [...editableTexts, 'approval', 'expiresAt'] as const
  const different = names.filter((name) => asset[name] !== edited[name])
  return different.length === 0 ? null : Object.fromEntries(different.map((name) => [name, edited[name]]))
}

/** A past date, so far back that the regular work which logs expiries has passed it. */
const expiresUnseen = ({ asset, edited, time, expiriesLogged }: Difference): boolean =>
  !hasExpired(asset, time) && edited.expiresAt !== null && edited.expiresAt <= expiriesLogged

function between(before: readonly string[], after: readonly string[]) {
  const [had, has] = [new Set(before.map(fold)), new Set(after.map(fold))]
  return {
    added: after.filter((word) => !had.has(fold(word))),
    removed: before.filter((word) => !has.has(fold(word))),
  }
}

async function changeTags({ assets }: LibraryStores, { asset, edited }: Difference): Promise<boolean> {
  const { added, removed } = between(asset.tags, edited.tags)
  for (const tag of removed) await assets.removeTag(asset.id, tag)
  for (const tag of added) await assets.addTag(asset.id, tag)
  return added.length + removed.length > 0
}

async function changeKeywords(stores: LibraryStores, { asset, edited, keywords }: Difference): Promise<AssetEvent[]> {
  const { added, removed } = between(asset.keywords, edited.keywords)
  const idOf = (name: string) => keywords.get(fold(name))?.id
  for (const name of removed) {
    const id = idOf(name)
    if (id) await stores.keywords.detach(asset.id, id)
  }
  for (const name of added) {
    const id = idOf(name)
    if (id) await stores.keywords.attach(asset.id, id)
  }
  return [
    ...(added.length > 0 ? ['asset.keyword.added' as const] : []),
    ...(removed.length > 0 ? ['asset.keyword.removed' as const] : []),
  ]
}

async function changeValues({ customFields }: LibraryStores, { asset, edited }: Difference): Promise<boolean> {
  const ids = new Set([...Object.keys(asset.customValues), ...Object.keys(edited.customValues)]) as Set<CustomFieldId>
  let changed = false
  for (const id of ids) {
    const [before, after] = [asset.customValues[id] ?? null, edited.customValues[id] ?? null]
    if (JSON.stringify(before) === JSON.stringify(after)) continue
    await customFields.setValue(asset.id, id, after)
    changed = true
  }
  return changed
}

import type { Approval, Asset } from '../asset/asset.ts'
import type { CustomFieldId, CustomValue } from '../custom-field/custom-field.ts'
import { fold } from '../fold.ts'
import { type EditableText, editableTexts } from './asset-edit.ts'

/** What several assets have in common; `null` where they differ, and where there is nothing in common. */
export type CommonValues = {
  texts: Record<EditableText, string | null>
  approval: Approval | null
  /** `null` also where none expires. */
  expiresAt: number | null
  tags: string[] | null
  keywords: string[] | null
  customValues: ReadonlyMap<CustomFieldId, CustomValue>
}

export function commonValues(assets: readonly Asset[]): CommonValues {
  const same = <Value>(read: (asset: Asset) => Value): Value | null => {
    const [first, ...others] = assets.map(read)
    const [text, ...otherTexts] = [first, ...others].map((value) => JSON.stringify(value))
    return first !== undefined && otherTexts.every((other) => other === text) ? first : null
  }
  const ids = Object.keys(assets[0]?.customValues ?? {}) as CustomFieldId[]
  const values = ids.map((id) => [id, same((asset) => asset.customValues[id] ?? null)] as const)

  return {
    texts: Object.fromEntries(
      editableTexts.map((name) => [name, same((asset) => asset[name])]),
    ) as CommonValues['texts'],
    approval: same(({ approval }) => approval),
    expiresAt: same(({ expiresAt }) => expiresAt),
    tags: shared(assets.map(({ tags }) => tags)),
    keywords: shared(assets.map(({ keywords }) => keywords)),
    customValues: new Map(values.filter((pair): pair is [CustomFieldId, CustomValue] => pair[1] !== null)),
  }
}

/** In the order and spelling of the first. */
function shared([first = [], ...others]: string[][]): string[] | null {
  const folded = others.map((words) => new Set(words.map(fold)))
  const common = first.filter((word) => folded.every((words) => words.has(fold(word))))
  return common.length > 0 ? common : null
}

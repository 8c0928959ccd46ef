import type { Asset } from '../asset/asset.ts'
import type { CustomValue } from '../custom-field/custom-field.ts'
import { fold } from '../fold.ts'
import type { AssetEdit, CustomHow } from './asset-edit.ts'

/** The asset as it would be. Keywords are in the vocabulary's spelling already. */
export function applyEdit(asset: Asset, edit: AssetEdit): Asset {
  switch (edit.kind) {
    case 'text':
      return { ...asset, [edit.field]: edit.how === 'append' ? joined(asset[edit.field], edit.text) : edit.text }
    case 'approval':
      return { ...asset, approval: edit.approval }
    case 'expiry':
      return { ...asset, expiresAt: edit.expiresAt }
    case 'tags':
      return { ...asset, tags: changed(asset.tags, edit) }
    case 'keywords':
      return { ...asset, keywords: changed(asset.keywords, edit) }
    case 'custom': {
      const { [edit.field.id]: before = null, ...others } = asset.customValues
      const value = changedValue(before, edit)
      return { ...asset, customValues: value === null ? others : { ...others, [edit.field.id]: value } }
    }
  }
}

const joined = (before: string, text: string): string => [before, text].filter((part) => part !== '').join(' ')

function changed(before: string[], { how, words }: { how: 'add' | 'remove'; words: readonly string[] }): string[] {
  const named = new Set(words.map(fold))
  if (how === 'remove') return before.filter((word) => !named.has(fold(word)))
  const all = new Map<string, string>()
  for (const word of [...before, ...words]) if (!all.has(fold(word))) all.set(fold(word), word)
  return [...all.values()]
}

function changedValue(
  before: CustomValue | null,
  { how, value }: { how: CustomHow; value: CustomValue | null },
): CustomValue | null {
  if (how === 'cover') return value
  if (how === 'append') return joined(textOf(before), textOf(value)) || null
  const words = changed([...choicesOf(before)], { how, words: choicesOf(value) })
  return words.length > 0 ? words : null
}

const textOf = (value: CustomValue | null): string => (typeof value === 'string' ? value : '')
const choicesOf = (value: CustomValue | null): readonly string[] =>
  value === null ? [] : typeof value === 'string' ? [value] : value

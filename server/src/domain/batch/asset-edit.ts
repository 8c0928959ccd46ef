import type { Approval } from '../asset/asset.ts'
import type { CustomField, CustomValue } from '../custom-field/custom-field.ts'

export const editableTexts = ['description', 'author', 'copyright', 'termsAndConditions'] as const
export type EditableText = (typeof editableTexts)[number]

/** One thing that is to become so on several assets. */
export type AssetEdit =
  | { kind: 'text'; field: EditableText; how: 'cover' | 'append'; text: string }
  | { kind: 'approval'; approval: Approval }
  | { kind: 'expiry'; expiresAt: number | null }
  | { kind: 'tags' | 'keywords'; how: 'add' | 'remove'; words: readonly string[] }
  | { kind: 'custom'; field: CustomField; how: CustomHow; value: CustomValue | null }

/** `append` is for texts, `add` and `remove` for several choices. */
export type CustomHow = 'cover' | 'append' | 'add' | 'remove'

import type { AssetId } from '../asset/asset.ts'
import type { Scheme } from '../asset/scheme.ts'
import type { CollectionId } from '../collection/collection.ts'

/** Something that begins as somebody types, to be chosen instead of typing on. */
export type SuggestionEntry =
  | { kind: 'keyword' | 'tag'; value: string; count: number }
  | { kind: 'album' | 'folder'; value: string; count: number; id: CollectionId; within: string }
  | { kind: 'asset'; value: string; count: number; id: AssetId; scheme: Scheme }

import { assetToRow } from '../../../server/src/adapters/database/stores/asset-row.ts'
import { collectionToRow } from '../../../server/src/adapters/database/stores/collection-store.ts'
import { versionToRow } from '../../../server/src/adapters/database/stores/version-row.ts'
import type { Asset } from '../../../server/src/domain/asset/asset.ts'
import type { Collection } from '../../../server/src/domain/collection/collection.ts'
import { fold } from '../../../server/src/domain/fold.ts'
import { generatedAt } from './shape.ts'

/** A row of a table of the library's schema; those of one table have their columns in one order. */
export type Row = [table: string, row: Record<string, string | number | null>]

/** As the stores write an asset, but for the note of what is attached to it. */
export function* rowsOfAsset(asset: Asset, keywordIds: ReadonlyMap<string, string>): Generator<Row> {
  const asset_id = asset.id
  yield ['asset', assetToRow(asset)]
  yield ['version', versionToRow(asset.current)]
  for (const [at, tag] of asset.tags.entries()) {
    yield ['asset_tag', { asset_id, tag_folded: fold(tag), tag, position: at + 1 }]
  }
  for (const keyword of asset.keywords) {
    yield ['asset_keyword', { asset_id, keyword_id: keywordIds.get(keyword) ?? '' }]
  }
  for (const album_id of asset.albumIds) yield ['asset_album', { asset_id, album_id }]
  for (const [field_id, value] of Object.entries(asset.customValues)) {
    yield ['asset_custom_value', { asset_id, field_id, value: JSON.stringify(value) }]
  }
}

/** `assets`: how many it holds. */
export const rowOfCollection = (collection: Collection, assets: number): Row => [
  'collection',
  { ...collectionToRow(collection), assets },
]

export const rowOfKeyword = (id: string, name: string, assets: number): Row => [
  'keyword',
  { id, name, name_folded: fold(name), description: '', created_at: generatedAt, assets },
]

import type { AssetFilter } from './api/asset-list.ts'

/** Where in which list an asset stands. */
export type ListPlace = { filter: AssetFilter; index: number }

import { type Static, Type } from 'typebox'
import { BriefContent } from './content.ts'
import { CreatedCollection } from './tree.ts'
import { SortBy, SortDirection } from './wire-values.ts'

export const Facet = Type.Object({
  name: Type.String(),
  value: Type.Optional(Type.Array(Type.String())),
  /** Assets per value, in the order of `value` (ours). */
  counts: Type.Optional(Type.Array(Type.Integer())),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
})
export type Facet = Static<typeof Facet>

/** Every list of assets: a scheme, an album, a search. */
export const ContentList = Type.Object({
  found: Type.Integer(),
  limit: Type.Integer(),
  start: Type.Integer(),
  sortBy: SortBy,
  sortDirection: SortDirection,
  results: Type.Array(BriefContent),
  facets: Type.Array(Facet),
  matchExpr: Type.String(),
})
export type ContentList = Static<typeof ContentList>

/** #44: sub-folders and albums stand among the assets. */
export const FolderContentList = Type.Object({
  ...ContentList.properties,
  results: Type.Array(Type.Union([BriefContent, CreatedCollection])),
})
export type FolderContentList = Static<typeof FolderContentList>

/**
 * Paging, sorting and filters of #5, #8, #18–#20 and #44, as a client types them.
 * Values stay strings on the wire; the server parses them itself because `+` means AND in some and a space in others.
 */
export type SearchParameters = {
  keyword?: string
  searchInField?: string[]
  operator?: 'and' | 'or'
  exactMatch?: boolean
  scheme?: string
  keywords?: string
  tags?: string
  keywordsLiteral?: string
  tagsLiteral?: string
  approval?: string
  owner?: string
  fileSize?: string
  created?: string
  createdTime?: string
  lastModified?: string
  uploadedTime?: string
  fileType?: string
  dimension?: string
  resolution?: string
  orientation?: string
  duration?: string
  pageNumber?: string
  storageClass?: string
  aggsEnabled?: boolean
  sortBy?: string
  sortDirection?: SortDirection
  /** 1 to 10,000; 100 where absent. */
  limit?: number
  start?: number
  /** Of a custom field, by its id: values, or a range of numbers or of Unix seconds. */
  [customField: `meta_${string}`]: string
}

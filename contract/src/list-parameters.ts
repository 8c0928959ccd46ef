import { Type } from 'typebox'
import { SortBy, SortDirection } from './wire-values.ts'

const text = (description: string) => Type.Optional(Type.String({ description }))
const range = (of: string) => text(`${of}: \`a..b\`, \`a..\` or \`..b\`, both ends included`)

/** Paging and sorting of lists of assets. Described, not validated: the server reads them itself. */
const paging = {
  start: Type.Optional(
    Type.Integer({ minimum: 0, description: 'Of all found, where the page begins; 0 where absent' }),
  ),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10_000, description: 'Entries of a page; 100 where absent' }),
  ),
  sortBy: Type.Optional({ ...SortBy, description: '`time` where absent; case does not matter' }),
  sortDirection: Type.Optional({ ...SortDirection, description: '`descending` where absent' }),
}

const filters = {
  scheme: text('Kinds of content, separated by `|`'),
  fileType: text('File extensions, separated by `|`'),
  keywords: text(
    '`a|b`: any of them; `a+b` (a literal plus): all; `Unkeyworded`: none. A backslash makes the next character literal',
  ),
  keywordsLiteral: text('One keyword, as it stands'),
  tags: text('Like `keywords`; `Untagged`: none'),
  tagsLiteral: text('One tag, as it stands'),
  approval: text('`Approved`, `Pending`, `Restricted`, separated by `|`; or `Expired` alone'),
  owner: text('E-mail addresses, separated by `|`'),
  orientation: text('`Landscape`, `Portrait`, `Square`, separated by `|`'),
  storageClass: text('`standard` or `freeze`'),
  fileSize: range('Bytes'),
  dimension: range('Pixels of the longest side'),
  resolution: range('Dots an inch'),
  duration: range('Seconds'),
  pageNumber: range('Pages'),
  created: range('First upload, Unix seconds'),
  uploadedTime: range('Last upload, Unix seconds'),
  lastModified: range('Last change, Unix seconds'),
  createdTime: range('Creation time in the file, Unix seconds'),
  'meta_{type}_{n}': text('Value or range of a custom field, by its id'),
}

/** #5 and #8. */
export const ListParameters = Type.Object({
  ...paging,
  ...filters,
  aggsEnabled: Type.Optional(Type.Boolean({ description: '`false` leaves the facets out' })),
})

/** #18–#20 and #44. */
export const SearchQueryParameters = Type.Object({
  keyword: Type.Optional(
    Type.String({ description: 'Words that must match; `"a b"` a phrase, `tig*` a prefix', examples: ['poster'] }),
  ),
  operator: Type.Optional(
    Type.Enum(['and', 'or'], { description: 'Whether all words must match; `and` where absent' }),
  ),
  searchInField: text('Where to look, repeatable: `filename`, `description`, `comment`, `keywords`, `author`, `tags`'),
  exactMatch: Type.Optional(Type.Boolean({ description: 'The whole value of a field is the whole keyword' })),
  ...ListParameters.properties,
})

/** #6 and #7. */
export const TreeParameters = Type.Object({
  sortBy: paging.sortBy,
  sortDirection: paging.sortDirection,
  layer: Type.Optional(Type.Integer({ description: 'How many layers are shown; `-1`, where absent: all' })),
})

/** The change feed. */
export const ChangesParameters = Type.Object({
  since: text('The `cursor` of an earlier answer; from the oldest kept where absent'),
  wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 60, description: 'Seconds to wait for a change' })),
})

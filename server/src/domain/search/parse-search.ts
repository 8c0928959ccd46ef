import { schemes } from '../asset/scheme.ts'
import { type CustomFieldId, isCustomFieldId, kindOfField } from '../custom-field/custom-field.ts'
import { Invalid } from '../domain-error.ts'
import { foldSpaced, parseKeyword } from './parse-keyword.ts'
import { parseRange } from './parse-range.ts'
import { parseValueFilter } from './parse-value-filter.ts'
import { readQueryString } from './query-string.ts'
import {
  type RangeFilter,
  type SearchQuery,
  sortKeys,
  type TextField,
  type TextQuery,
  textFields,
  type ValueFilter,
  type ValueFilterName,
} from './search-query.ts'

/** What the query string says; where in the library, and what the caller may see, the caller adds. */
export type ParsedSearch = Omit<SearchQuery, 'albums' | 'sees' | 'now' | 'customFields'> & {
  /** As it was typed, for `matchExpr`. */
  keyword: string
}

/** Filters that take one of these words, without regard to case unless said otherwise. */
const words: Partial<Record<ValueFilterName, readonly string[]>> = {
  approval: ['Approved', 'Pending', 'Restricted', 'Expired'],
  orientation: ['Landscape', 'Portrait', 'Square'],
  storageClass: ['standard', 'freeze'],
}
/** Case sensitive; the last two are for searches under a folder. */
const schemeWords: readonly string[] = [...schemes, 'album', 'folder']

/** Names on the wire; only one of them differs from ours. */
const rangeNames = {
  fileSize: 'fileSize',
  created: 'created',
  createdTime: 'createdTime',
  lastModified: 'lastModified',
  uploadedTime: 'uploaded',
  dimension: 'dimension',
  resolution: 'resolution',
  duration: 'duration',
  pageNumber: 'pageNumber',
} satisfies Record<string, RangeFilter>

const valueNames = ['scheme', 'storageClass', 'owner', 'approval', 'orientation', 'fileType'] as const
const listNames = ['keywords', 'tags'] as const
const noneWords = { keywords: 'unkeyworded', tags: 'untagged' }

const known: ReadonlySet<string> = new Set([
  ...Object.keys(rangeNames),
  ...valueNames,
  ...listNames,
  ...listNames.map((name) => `${name}Literal`),
  ...['keyword', 'operator', 'exactMatch', 'searchInField', 'aggsEnabled'],
  ...['sortBy', 'sortDirection', 'limit', 'start'],
])

/**
 * Paging, sorting and filters of every list of assets, from the undecoded query string. A parameter we do not know is
 * ignored; one we know with a value we cannot take is `Invalid`, and the message begins with its name. Methods
 * #18–#20 of the published page.
 */
export function parseSearch(rawQuery: string): ParsedSearch {
  const given = readQueryString(rawQuery, (name) => known.has(name) || isCustomFieldId(name))
  const last = (name: string): string => given.get(name)?.at(-1) ?? ''
  const operator = oneOf('operator', last('operator'), ['and', 'or']) ?? 'and'
  const keyword = last('keyword')

  return {
    keyword,
    text: textOf(keyword, {
      match: operator === 'or' ? 'any' : 'all',
      fields: given.get('searchInField') ?? [],
      exact: flag('exactMatch', last('exactMatch')) ?? false,
    }),
    values: valuesOf(given),
    ranges: rangesOf(given, last),
    sortBy: oneOf('sortBy', last('sortBy'), sortKeys) ?? 'time',
    ascending: oneOf('sortDirection', last('sortDirection'), ['ascending', 'descending']) === 'ascending',
    limit: wholeNumber('limit', given.get('limit')?.at(-1), { least: 1, most: 10_000 }) ?? 100,
    start: wholeNumber('start', given.get('start')?.at(-1), { least: 0, most: null }) ?? 0,
    facets: flag('aggsEnabled', last('aggsEnabled')) ?? true,
  }
}

type TextOptions = { match: 'any' | 'all'; fields: readonly string[]; exact: boolean }

function textOf(keyword: string, { match, fields, exact }: TextOptions): TextQuery | null {
  const terms = parseKeyword(keyword)
  if (terms === null) return null
  const asked = new Set(fields.map((name) => name.trim().toLowerCase()))
  const names: TextField[] = textFields.filter((name) => asked.has(name))
  return {
    terms: exact ? [] : terms,
    match,
    fields: names.length > 0 ? { names, match } : null,
    exact: exact ? foldSpaced(keyword) : null,
  }
}

function valuesOf(given: Map<string, string[]>): ParsedSearch['values'] {
  const values: ParsedSearch['values'] = {}
  const add = (name: ValueFilterName | CustomFieldId, filter: ValueFilter) => {
    values[name] = [...(values[name] ?? []), filter]
  }
  for (const name of valueNames) {
    for (const written of notEmpty(given.get(name))) add(name, valueFilter(name, written))
  }
  for (const name of listNames) {
    for (const written of notEmpty(given.get(name))) add(name, listFilter(name, written))
    for (const value of notEmpty(given.get(`${name}Literal`))) add(name, { match: 'any', values: [value] })
  }
  for (const field of customFieldsIn(given, (id) => !hasRanges(id))) {
    for (const written of notEmpty(given.get(field))) add(field, customFilter(field, written))
  }
  return values
}

/** One value per asset, so several can only be alternatives. */
function valueFilter(name: (typeof valueNames)[number], written: string): ValueFilter {
  const { values } = parseValueFilter(name, written, { and: false })
  const texts = values.map(({ text }) => {
    const value = text.trim()
    if (name === 'scheme' && !schemeWords.includes(value)) throw unknownWord(name, value, schemeWords)
    if (name === 'fileType') return value.replace(/^\./, '')
    const allowed = words[name]
    return allowed ? wordOf(name, value, allowed) : value
  })
  if (name === 'approval' && texts.includes('Expired') && texts.some((text) => text !== 'Expired')) {
    throw new Invalid('approval: Expired cannot be combined with another status')
  }
  return { match: 'any', values: texts }
}

function listFilter(name: (typeof listNames)[number], written: string): ValueFilter {
  const { match, values } = parseValueFilter(name, written, { and: true })
  const isNone = (value: { text: string; escaped: boolean }) =>
    !value.escaped && value.text.toLowerCase() === noneWords[name]
  const texts = values.filter((value) => !isNone(value)).map((value) => value.text)
  return { match, values: texts, ...(values.some(isNone) && { none: true }) }
}

/** Of several choices all may be asked for; of one value several can only be alternatives. */
function customFilter(field: CustomFieldId, written: string): ValueFilter {
  const { match, values } = parseValueFilter(field, written, { and: kindOfField(field) === 'multichoice' })
  return { match, values: values.map(({ text }) => text.trim()) }
}

const customFieldsIn = (given: Map<string, string[]>, wanted: (id: CustomFieldId) => boolean): CustomFieldId[] =>
  [...given.keys()].filter(isCustomFieldId).filter(wanted)

const hasRanges = (id: CustomFieldId): boolean => kindOfField(id) === 'num' || kindOfField(id) === 'date'

function rangesOf(given: Map<string, string[]>, last: (name: string) => string): ParsedSearch['ranges'] {
  const ranges: ParsedSearch['ranges'] = {}
  for (const [name, filter] of Object.entries(rangeNames)) {
    const written = last(name)
    if (written !== '') ranges[filter] = parseRange(name, written)
  }
  for (const field of customFieldsIn(given, hasRanges)) {
    const written = last(field)
    if (written !== '') ranges[field] = parseRange(field, written)
  }
  return ranges
}

const oneOf = <Word extends string>(name: string, given: string, allowed: readonly Word[]): Word | undefined =>
  given === '' ? undefined : wordOf(name, given, allowed)

/** The word in our spelling, whatever its case. */
function wordOf<Word extends string>(name: string, given: string, allowed: readonly Word[]): Word {
  const found = allowed.find((word) => word.toLowerCase() === given.toLowerCase())
  if (found === undefined) throw unknownWord(name, given, allowed)
  return found
}

const flag = (name: string, given: string): boolean | undefined => {
  const word = oneOf(name, given, ['true', 'false'])
  return word && word === 'true'
}

function wholeNumber(
  name: string,
  given: string | undefined,
  { least, most }: { least: number; most: number | null },
): number | undefined {
  if (given === undefined) return undefined
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN
  if (!(number >= least && number <= (most ?? Number.POSITIVE_INFINITY))) {
    const right = most === null ? `${least} or more` : `${least} to ${most}`
    throw new Invalid(`${name}: "${given}" is not possible; give a whole number of ${right}`)
  }
  return Math.min(number, Number.MAX_SAFE_INTEGER)
}

const notEmpty = (values: readonly string[] | undefined): string[] => (values ?? []).filter((value) => value !== '')

const unknownWord = (name: string, given: string, allowed: readonly string[]) =>
  new Invalid(`${name}: "${given}" is not possible; it is one of ${allowed.join(', ')}`)

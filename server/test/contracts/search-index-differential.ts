import type { AssetId } from '../../src/domain/asset/asset.ts'
import { type Scheme, schemes } from '../../src/domain/asset/scheme.ts'
import type { CollectionId } from '../../src/domain/collection/collection.ts'
import { type CustomFieldId, kindOfField } from '../../src/domain/custom-field/custom-field.ts'
import { foldWords, isCjk } from '../../src/domain/search/fold-words.ts'
import { foldSpaced, parseKeyword } from '../../src/domain/search/parse-keyword.ts'
import type { SearchDocument } from '../../src/domain/search/search-document.ts'
import {
  type Range,
  rangeFilters,
  type SearchQuery,
  sortKeys,
  type Term,
  type TextQuery,
  textFields,
  type ValueFilter,
  type ValueFilterName,
  valueFilters,
} from '../../src/domain/search/search-query.ts'
import { type Restriction, type SuggestedField, suggestedFields } from '../../src/domain/search/suggestion.ts'

/** Numbers that look random and are the same for the same seed: Mulberry32. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  some<T>(items: readonly T[], most: number): T[] {
    return Array.from({ length: this.below(most + 1) }, () => this.of(items))
  }
}

/** Few, and alike, so that queries find something and ties are the rule. */
const words = [
  ...[
    'tiger',
    'Tiger',
    'TIGER',
    'forest',
    'TigerForest',
    'tigers',
    'tig',
    'IMG',
    'img',
    '0042',
    '42',
    'a',
    'A',
    'lion',
  ],
  ...['HTMLFile', 'html', 'café', 'CAFÉ', 'cafe', 'Straße', 'strasse', 'Łódź', 'ΟΔΟΣ', 'οδός', 'İstanbul', 'москва'],
  ...[
    '東京',
    '京都',
    '東京タワー',
    'タワー',
    '東',
    'ｻｸﾗ',
    'サクラ',
    'が',
    'か',
    '서울',
    '東京tower',
    'towerタワー',
    '𠮷野家',
  ],
  ...['🎄', '+++', '++', '½', 'ﬁle', '²', "don't", '☃️', '𝔘𝔫𝔦', 'e\u0301', 'a\u00adb', '\u0345', 'ⅷ', '㈱東京', '②'],
] as const
const separators = [' ', ' ', ' ', '_', '-', '.', '', '  ', '\n', ', ', '・', '/']
const tags = [
  'sunset',
  'Sunset',
  'SUNSET',
  'late sun',
  'café',
  'cafe\u0301',
  'C++',
  'a|b',
  'Untagged',
  'tiger',
  '東京',
  '',
]
const keywords = ['print', 'Print', 'web', '🖨 me', 'unkeyworded', 'tiger forest', 'Ärger', 'ärger']
const owners = ['mara@example.com', 'Mara@example.com', 'ines@example.com', 'álvaro@x.org', 'img10', 'img2', '']
const extensions = ['jpg', 'JPG', 'png', 'mp4', '', 'pdf']
const albums = ['SPRIN', 'AUTUM', 'WINTE', 'SUMME'] as CollectionId[]
const customFields = [
  'meta_text_0',
  'meta_choice_2',
  'meta_multichoice_3',
  'meta_url_1',
  'meta_num_0',
  'meta_date_0',
  'meta_text_9',
] as const satisfies readonly CustomFieldId[]
const customValues = ['Tiger | Lion', 'Print', 'print', 'C++', 'Wood', '東京 タワー', 'https://example.com/tiger']
const ids = Array.from({ length: 320 }, (_, at) =>
  at % 4 === 0 ? `id${at}` : `${(at * 7919) % 100_000}`.padStart(25, at % 3 === 0 ? 'g' : '0') + '048cgkos'[at % 8],
) as AssetId[]

export const someId = (chance: Chance, most: number): AssetId =>
  ids[chance.below(Math.min(most, ids.length))] as AssetId

const someText = (chance: Chance, most: number): string =>
  Array.from({ length: chance.below(most + 1) }, () => chance.of(words) + chance.of(separators)).join('')

const time = (chance: Chance): number => 1_000_000 + chance.below(40) * 250
const perhaps = <T>(chance: Chance, share: number, value: () => T): T | null => (chance.chance(share) ? value() : null)

function someName(chance: Chance): string {
  if (chance.chance(0.4))
    return `${chance.of(['img', 'IMG', 'Img_', 'ímg'])}${chance.of(['', '0', '00'])}${chance.below(12)}`
  return someText(chance, 3)
}

export function someDocument(chance: Chance, id: AssetId): SearchDocument {
  const customTexts: Record<string, string[]> = {}
  const customNumbers: Record<string, number> = {}
  for (const field of chance.chance(0.4) ? chance.some(customFields, 4) : []) {
    const kind = kindOfField(field)
    if (kind === 'num' || kind === 'date') customNumbers[field] = chance.below(9) - 4.5
    else customTexts[field] = kind === 'multichoice' ? chance.some(customValues, 3) : [chance.of(customValues)]
  }
  return {
    id,
    scheme: chance.of(schemes) as Scheme,
    name: someName(chance),
    description: chance.chance(0.5) ? someText(chance, 6) : '',
    comment: chance.chance(0.3) ? someText(chance, 4) : '',
    author: chance.chance(0.3) ? someText(chance, 2) : '',
    keywords: chance.some(keywords, 3),
    tags: chance.some(tags, 4),
    text: chance.chance(0.2) ? someText(chance, 20) : '',
    owner: chance.of(owners),
    size: chance.below(6) * 100,
    createdAt: time(chance),
    modifiedAt: time(chance),
    uploadedAt: time(chance),
    createdInFileAt: perhaps(chance, 0.4, () => time(chance) - 1_000_500),
    dimension: perhaps(chance, 0.6, () => chance.below(5) * 512),
    dpi: perhaps(chance, 0.4, () => chance.of([72, 72.5, 300])),
    orientation: perhaps(chance, 0.6, () => chance.of(['Landscape', 'Portrait', 'Square'] as const)),
    duration: perhaps(chance, 0.3, () => chance.below(40) / 4),
    pages: perhaps(chance, 0.3, () => chance.below(9)),
    extension: chance.of(extensions),
    approval: chance.of(['Approved', 'Approved', 'Approved', 'Pending', 'Restricted'] as const),
    expiresAt: perhaps(chance, 0.4, () => time(chance)),
    storageClass: chance.of(['standard', 'standard', 'freeze'] as const),
    albums: [...new Set(chance.some(albums, 2))],
    customTexts: customTexts as SearchDocument['customTexts'],
    customNumbers: customNumbers as SearchDocument['customNumbers'],
  }
}

export function someRestriction(chance: Chance): Restriction {
  return {
    albums: perhaps(chance, 0.35, () => [...new Set(chance.some(albums, 3))]),
    sees: chance.chance(0.35) ? 'approved-and-unexpired' : 'everything',
    now: time(chance),
  }
}

export function someQuery(chance: Chance): SearchQuery {
  return {
    ...someRestriction(chance),
    text: perhaps(chance, 0.6, () => someTextQuery(chance)),
    values: chance.chance(0.45) ? someValueFilters(chance) : {},
    ranges: chance.chance(0.3) ? someRanges(chance) : {},
    sortBy: chance.of(sortKeys),
    ascending: chance.chance(0.5),
    start: chance.chance(0.5) ? 0 : chance.below(120),
    limit: chance.of([1, 3, 20, 400]),
    facets: chance.chance(0.7),
    customFields: chance.chance(0.7) ? customFields : [],
  }
}

function someTextQuery(chance: Chance): TextQuery {
  const match = chance.of(['any', 'all'] as const)
  const names = chance.some(textFields, 3)
  const fields = names.length > 0 && chance.chance(0.5) ? { names: [...new Set(names)], match } : null
  if (chance.chance(0.15)) {
    const whole = chance.of([
      chance.of(words),
      chance.of(tags),
      chance.of(keywords),
      someName(chance),
      someText(chance, 3),
    ])
    return { terms: [], match, fields, exact: foldSpaced(whole) }
  }
  const terms = Array.from({ length: 1 + chance.below(2) }, () => someTerm(chance)).flat()
  return { terms, match, fields, exact: null }
}

function someTerm(chance: Chance): readonly Term[] {
  const word = chance.of(words)
  switch (chance.below(6)) {
    case 0:
      return parseKeyword(`${[...word].slice(0, 1 + chance.below(3)).join('')}*`) ?? []
    case 1:
      return parseKeyword(`"${chance.of(words)} ${chance.of(words)}"`) ?? []
    case 2:
      return parseKeyword(`${word}${chance.of(separators)}${chance.of(words)}`) ?? []
    case 3: {
      const text = foldSpaced(someText(chance, 2))
      const from = chance.below(text.length)
      const piece = text.slice(from, from + 1 + chance.below(4)).trim()
      // as the parser has it: a substring has a script without spaces, or no word at all
      return isCjk(piece) || foldWords(piece).length === 0 ? [{ kind: 'substring', text: piece }] : []
    }
    default:
      return parseKeyword(word) ?? []
  }
}

function someValueFilters(chance: Chance): SearchQuery['values'] {
  const values: Record<string, ValueFilter[]> = {}
  for (const name of [chance.of(valueFilters), ...(chance.chance(0.3) ? [chance.of(valueFilters)] : [])]) {
    values[name] = chance.chance(0.2)
      ? [someFilter(chance, name), someFilter(chance, name)]
      : [someFilter(chance, name)]
  }
  if (chance.chance(0.3)) {
    values[chance.of(customFields)] = [{ match: chance.of(['any', 'all']), values: chance.some(customValues, 2) }]
  }
  return values as SearchQuery['values']
}

const filtered: Record<ValueFilterName, readonly string[]> = {
  scheme: [...schemes, 'album'],
  keywords,
  tags,
  storageClass: ['standard', 'freeze'],
  owner: owners,
  approval: ['Approved', 'Pending', 'Restricted', 'Expired'],
  orientation: ['Landscape', 'Portrait', 'Square'],
  fileType: extensions,
}

function someFilter(chance: Chance, name: ValueFilterName): ValueFilter {
  const lists = name === 'tags' || name === 'keywords'
  return {
    match: lists ? chance.of(['any', 'all'] as const) : 'any',
    values: [chance.of(filtered[name]), ...chance.some(filtered[name], 1)],
    ...(lists && chance.chance(0.3) && { none: true }),
  }
}

function someRanges(chance: Chance): SearchQuery['ranges'] {
  const ranges: Record<string, Range> = {}
  for (const name of [
    chance.of(rangeFilters),
    ...(chance.chance(0.3) ? (['meta_num_0', 'meta_date_0'] as const) : []),
  ]) {
    const about: Record<string, () => number> = {
      fileSize: () => chance.below(6) * 100,
      dimension: () => chance.below(5) * 512,
      resolution: () => chance.of([72, 72.4, 300]),
      duration: () => chance.below(40) / 4,
      pageNumber: () => chance.below(9),
      createdTime: () => chance.below(12) - 1,
      meta_num_0: () => chance.below(9) - 4.5,
      meta_date_0: () => chance.below(9) - 4,
    }
    const number = about[name] ?? (() => 1000 + chance.below(12) + chance.of([0, 0.5]))
    const [from, to] = [perhaps(chance, 0.7, number), perhaps(chance, 0.7, number)]
    ranges[name] = { from, to }
  }
  return ranges as SearchQuery['ranges']
}

export function someSuggestion(chance: Chance): { field: SuggestedField; prefix: string; limit: number } {
  const from = chance.of([...words, ...tags, ...keywords, 'img1', 'img_0', 'mara'])
  const prefix = [...from].slice(0, 1 + chance.below(4)).join('')
  return { field: chance.of(suggestedFields), prefix, limit: chance.of([1, 3, 50]) }
}

/** A word with a slip in it. */
export function someSlip(chance: Chance): string {
  const letters = [...chance.of(words)]
  const at = chance.below(letters.length)
  const slips = [
    () => letters.splice(at, 1),
    () => letters.splice(at, 0, 'x'),
    () => letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? ''),
    () => letters.splice(at, 1, 'y'),
  ]
  for (let times = 1 + chance.below(2); times > 0; times--) chance.of(slips)()
  return letters.join('')
}

import type { SearchParameters } from '@descant/contract'

/** A value inside a filter: `|`, `+` and the backslash itself behind a backslash. Canto itself knows no escape. */
export const escapeFilterValue = (value: string): string => value.replace(/[\\|+]/g, (character) => `\\${character}`)

/** `keywords`, `tags` and the other filters: any of these values. */
export const anyOf = (values: readonly string[]): string => values.map(escapeFilterValue).join('|')

/** `keywords` and `tags`: all of these values. */
export const allOf = (values: readonly string[]): string => values.map(escapeFilterValue).join('+')

/** Descant takes one value as it stands; Canto has no way to say so. */
export type Dialect = 'descant' | 'canto'

/**
 * Assets that carry exactly this keyword. With `canto`, which also is what to say to a server that nobody knows, a
 * keyword with `|`, `+` or a backslash in it is looked for as text, which finds more: compare each hit's `keyword` list.
 */
export function withKeyword(keyword: string, dialect: Dialect): SearchParameters {
  if (dialect === 'descant') return { keywordsLiteral: keyword }
  return isPlain(keyword) ? { keywords: keyword } : { keyword: asTerms(keyword), searchInField: ['keywords'] }
}

/** The same for tags. */
export function withTag(tag: string, dialect: Dialect): SearchParameters {
  if (dialect === 'descant') return { tagsLiteral: tag }
  return isPlain(tag) ? { tags: tag } : { keyword: asTerms(tag), searchInField: ['tags'] }
}

const isPlain = (value: string): boolean => !/[\\|+]/.test(value)

/** Its words alone, so that no sign is taken for an operator; all of it where there are no words. */
const asTerms = (value: string): string => value.match(/[\p{L}\p{N}\p{M}]+/gu)?.join(' ') ?? value

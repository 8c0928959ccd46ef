import type { SearchParameters } from '@descant/contract'

/** Parameters as a query string. Everything is percent-encoded, so that a space is never a `+`. */
export function searchQuery(parameters: SearchParameters): string {
  return queryString(parameters)
}

export function queryString(values: Record<string, string | number | boolean | readonly string[] | undefined>): string {
  const encode = (text: string) => encodeURIComponent(text.toWellFormed())
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((one) => [name, String(one)] as const)))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&')
}

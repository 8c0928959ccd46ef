import { Invalid } from '../domain-error.ts'

/** In these a literal `+` is AND; in every other value it is a space. */
const plusIsAnd = (name: string): boolean =>
  name === 'keywords' || name === 'tags' || name.startsWith('meta_multichoice_')

/**
 * Values of an undecoded query string, by name, of the names asked for; the rest is never looked at. A value that is
 * no percent-encoded UTF-8 is `Invalid`.
 */
export function readQueryString(raw: string, isKnown: (name: string) => boolean): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const pair of raw.replace(/^\?/, '').split('&')) {
    const equals = pair.indexOf('=')
    const name = decoded((equals < 0 ? pair : pair.slice(0, equals)).replaceAll('+', ' '))
    if (name === undefined || !isKnown(name)) continue
    const written = equals < 0 ? '' : pair.slice(equals + 1)
    const value = decoded(plusIsAnd(name) ? written : written.replaceAll('+', ' '))
    if (value === undefined) throw new Invalid(`${name}: the value is not percent-encoded UTF-8`)
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return values
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

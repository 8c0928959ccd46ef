/**
 * Query strings as the rest of the world writes them: `?q=007&keyword=a&keyword=b`. The router's own way reads `007`
 * as a number, and an asset's id made of digits with it.
 */
export function parsePlainSearch(text: string): Record<string, string | string[]> {
  const given = new URLSearchParams(text)
  const names = new Set(given.keys())
  return Object.fromEntries(
    Array.from(names, (name) => {
      const values = given.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

export function writePlainSearch(search: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') written.append(name, String(one))
    }
  }
  const text = written.toString()
  return text === '' ? '' : `?${text}`
}

/** One value as exiftool says it, as it prints (`value`) and as it stores it (`number`, where the two differ). */
export type Tag = { group: string; name: string; label: string; value: string; number: unknown; list: string[] }

type LongForm = { desc?: string; val?: unknown; num?: unknown }

/** From `exiftool -json -long -G1`. */
export function parseTags(json: string): Tag[] {
  const [file] = JSON.parse(json) as Record<string, unknown>[]
  return Object.entries(file ?? {}).flatMap(([key, said]) => {
    const [group, name] = key.split(':')
    if (group === undefined || name === undefined || typeof said !== 'object' || said === null) return []
    const { desc, val, num } = said as LongForm
    const list = (Array.isArray(val) ? val : [val]).map(asText).filter((text) => text !== '')
    return [{ group, name, label: desc ?? name, value: list.join(', '), number: num ?? val, list }]
  })
}

function asText(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'object') return ''
  const text = String(value)
  return text.startsWith('(Binary data') ? '' : text.trim()
}

/** The first of these that says anything; a name is `Group:Name`, or `*:Name` for any group. */
export function firstOf(tags: readonly Tag[], ...names: string[]): Tag | undefined {
  for (const wanted of names) {
    const [group, name] = wanted.split(':')
    const found = tags.find((tag) => tag.name === name && (group === '*' || tag.group === group) && tag.value !== '')
    if (found !== undefined) return found
  }
  return undefined
}

export function numberOf(tag: Tag | undefined): number | null {
  const number = Number.parseFloat(String(tag?.number ?? ''))
  return Number.isFinite(number) ? number : null
}

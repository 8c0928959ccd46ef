export type Finding = { at: string; documented: string; ours: string }

/** Things of the list there are compared with the ones that have the same value under the key `by`. */
export type PairedBy = { in: string; by: string }

/**
 * What the documented example has and the answer has not: a key, or its type. More keys are no finding. Of objects in
 * a list, every one must have the keys that all the documented ones have; what only some have, some of ours must have.
 */
export function compareShapes(documented: unknown, ours: unknown, pairedBy?: PairedBy, at = ''): Finding[] {
  const [wanted, got] = [typeOf(documented), typeOf(ours)]
  if (wanted === 'null') return ours === undefined ? [{ at, documented: 'null', ours: 'absent' }] : []
  if (wanted !== got) return [{ at, documented: wanted, ours: got }]
  if (Array.isArray(documented)) return compareLists(documented, ours as unknown[], pairedBy, at)
  if (wanted === 'string') return compareForms(String(documented), String(ours), at)
  if (wanted !== 'object') return []
  return Object.entries(documented as object).flatMap(([key, value]) =>
    compareShapes(value, (ours as Record<string, unknown>)[key], pairedBy, at ? `${at}.${key}` : key),
  )
}

/** A time is a time, and an address is an address. */
function compareForms(documented: string, ours: string, at: string): Finding[] {
  const wanted = [/^\d{17}$/, /^https?:\/\/[^/]+\//].find((form) => form.test(documented))
  return wanted === undefined || wanted.test(ours) ? [] : [{ at, documented, ours }]
}

function compareLists(documented: unknown[], ours: unknown[], pairedBy: PairedBy | undefined, at: string): Finding[] {
  if (documented.length === 0) return []
  const place = `${at}.*`.replace(/^\./, '')
  if (ours.length === 0) return [{ at: place, documented: typeOf(documented[0]), ours: 'absent' }]
  const objects = documented.filter(isObject)
  if (objects.length === 0)
    return ours.flatMap((each) => compareShapes(documented[0], each, pairedBy, place)).slice(0, 1)
  if (pairedBy?.in === at) {
    return objects.flatMap((each) => {
      const partner = ours.find((one) => isObject(one) && one[pairedBy.by] === each[pairedBy.by])
      return compareShapes(each, partner, pairedBy, `${at}.${String(each[pairedBy.by])}`.replace(/^\./, ''))
    })
  }

  const findings = ours
    .filter((each) => !isObject(each))
    .map((each) => ({ at: place, documented: 'object', ours: typeOf(each) }))
  for (const key of new Set(objects.flatMap(Object.keys))) {
    const where = `${place}.${key}`
    const examples = objects.filter((each) => key in each).map((each) => each[key])
    const isAlways = examples.length === objects.length
    const values = ours.filter(isObject).map((each) => each[key])
    const having = values.filter((value) => value !== undefined)
    const isMissing = isAlways ? having.length < values.length : having.length === 0
    if (isMissing) findings.push({ at: where, documented: typeOf(examples[0]), ours: 'absent' })
    // one list that is not empty tells enough
    const telling = having.filter((value) => !isEmptyList(value))
    const compared = telling.length > 0 ? telling : having
    findings.push(...compared.flatMap((value) => compareShapes(richest(examples), value, pairedBy, where)))
  }
  return distinct(findings)
}

/** Of a tree's examples the one with the most in it. */
const richest = (examples: unknown[]): unknown =>
  examples.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object'

function typeOf(value: unknown): string {
  if (value === undefined) return 'absent'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const distinct = (findings: Finding[]): Finding[] => [
  ...new Map(findings.map((each) => [`${each.at} ${each.ours}`, each])).values(),
]

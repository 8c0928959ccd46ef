import { Invalid } from '../../domain/domain-error.ts'
import { type SortKey, sortKeys } from '../../domain/search/search-query.ts'

export type TreeQuery = {
  sortBy: SortKey
  ascending: boolean
  /** How many layers are shown; all of them with `Infinity`. */
  layers: number
}

/** Query parameters of #6 and #7. Given several times, the last counts; others are none of our business. */
export function parseTreeQuery(query: unknown): TreeQuery {
  const given = query as Record<string, string | string[] | undefined>
  const last = (name: string): string => [given[name] ?? ''].flat().at(-1) ?? ''
  return {
    sortBy: wordOf('sortBy', last('sortBy') || 'time', sortKeys),
    ascending: wordOf('sortDirection', last('sortDirection') || 'descending', directions) === 'ascending',
    layers: layersOf(last('layer') || '-1'),
  }
}

const directions = ['ascending', 'descending'] as const

function wordOf<Word extends string>(name: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given.toLowerCase())
  if (found === undefined) throw new Invalid(`${name}: "${given}" is not possible; it is one of ${words.join(', ')}`)
  return found
}

function layersOf(given: string): number {
  if (given === '-1') return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(given) || Number(given) < 1) {
    throw new Invalid(`layer: "${given}" is not possible; it is -1 for everything, or 1 or more`)
  }
  return Number(given)
}

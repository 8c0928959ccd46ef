import type { Figure } from '../figures.ts'
import type { SearchResult } from './print-search.ts'
import type { Question } from './questions.ts'

const mbPerMillion = 0.7 * 1024

/** What the search is meant to reach; what was not measured in this run is left out. */
export function goalsOf({ assets, ours, others }: SearchResult, asked: readonly Question[]): Figure[] {
  const median = (name: string): number => ours.answers[name]?.median ?? Number.NaN
  const postgres = others.find(({ name }) => name.startsWith('PostgreSQL'))?.answers ?? {}
  const [first, deep] = asked.filter(({ name }) => name.startsWith('list'))
  return [
    ...asked.flatMap(({ name, most }) => (most === undefined ? [] : [atMost(name, median(name), most)])),
    ...asked.flatMap(({ name, faster }) => {
      const peer = postgres[name]
      if (faster === undefined || peer === undefined) return []
      const anchor = `${peer.median.toFixed(1)} ms (PostgreSQL)`
      return [{ what: name, ours: shown(median(name)), anchor, ratio: peer.median / median(name), ...faster }]
    }),
    ...(first && deep
      ? [
          {
            what: `${deep.name}, by the first`,
            ours: shown(median(deep.name)),
            anchor: shown(median(first.name)),
            ratio: median(deep.name) / median(first.name),
            must: 1.5,
            aim: 1.2,
            lowerIsBetter: true as const,
          },
        ]
      : []),
    ...(ours.pageAgainstConstant ? [ours.pageAgainstConstant] : []),
    atMost('a write and the search that finds it', ours.writeToFound.median, 10),
    atMost('detail, p99, beside 8 clients that search', ours.mixed.detailMeanwhile.p99, 10),
    atMost('start again, to the first answer', ours.restart.firstAnswerMs, 3000),
    {
      ...atMost('memory at rest', ours.memoryMb.idle, (assets / 1_000_000) * mbPerMillion + 130),
      ours: `${ours.memoryMb.idle.toFixed(0)} MiB`,
      anchor: `${((assets / 1_000_000) * mbPerMillion + 130).toFixed(0)} MiB (0.7 GB a million, and the server)`,
    },
  ]
}

const atMost = (what: string, value: number, most: number): Figure => ({
  what,
  ours: shown(value),
  anchor: `${most} ms`,
  ratio: value / most,
  must: 1,
  aim: 1,
  lowerIsBetter: true,
})

const shown = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`

import { printFigures } from '../figures.ts'
import type { PeerAnswers } from './ask-peers.ts'
import { goalsOf } from './goals.ts'
import type { Measured } from './measure-server.ts'
import type { Question } from './questions.ts'

export type SearchResult = {
  assets: number
  database: string
  machine: string
  ours: Measured
  others: readonly PeerAnswers[]
}

export function printSearch(result: SearchResult, asked: readonly Question[]): void {
  const { assets, database, machine, ours, others } = result
  console.log(
    `\nSearch in ${assets.toLocaleString('en')} assets in ${database}, over HTTP with token checks; ${machine}`,
  )
  const head = [
    '',
    'median ms',
    'p99 ms',
    'computed ms',
    ...others.flatMap(({ name }) => [`${name} ms`, 'times faster']),
  ]
  printTable([
    head,
    ['detail', ms(ours.detail.median), ms(ours.detail.p99)],
    ...asked.map(({ name }) => rowOf(name, result)),
    ['8 clients mixed: a search', ms(ours.mixed.searches.median), ms(ours.mixed.searches.p99)],
    ['8 clients mixed: detail meanwhile', ms(ours.mixed.detailMeanwhile.median), ms(ours.mixed.detailMeanwhile.p99)],
    ['a write and the search that finds it', ms(ours.writeToFound.median), ms(ours.writeToFound.p99)],
    ['10,000 assets of another process, until found', ms(ours.import10k.foundMs)],
    ['start without an index, to the first answer', ms(ours.rebuild.firstAnswerMs)],
    ['start again, to ready', ms(ours.restart.readyMs)],
    ['start again, to the first answer', ms(ours.restart.firstAnswerMs)],
  ])
  console.log(
    `memory: ${ours.memoryMb.idle.toFixed(0)} MiB at rest, ${ours.memoryMb.afterLoad.toFixed(0)} MiB after load`,
  )
  for (const name of disagreements(result)) console.log(`DIFFERENT TOTALS: ${name}`)
  printFigures(assets >= 1_000_000 ? 'Goals' : 'Goals, which are meant for a million assets', goalsOf(result, asked))
}

function rowOf(name: string, { ours, others }: SearchResult): string[] {
  const answered = ours.answers[name]
  if (!answered) return [name]
  const beside = others.flatMap(({ answers }) => {
    const peer = answers[name]
    return peer ? [ms(peer.median), (peer.median / answered.median).toFixed(1)] : ['', '']
  })
  return [name, ms(answered.median), ms(answered.p99), ms(answered.cpuMs ?? Number.NaN), ...beside]
}

/** Where a peer counted otherwise than we did, one of us is wrong and its figure means nothing. */
export function disagreements({ ours, others }: SearchResult): string[] {
  return others.flatMap(({ name: peer, answers }) =>
    Object.entries(answers).flatMap(([name, { found }]) => {
      const mine = ours.answers[name]?.found ?? []
      const at = found.findIndex((count, index) => count !== mine[index] && index < mine.length)
      return at < 0 ? [] : [`${name}: ${mine[at]} here, ${found[at]} in ${peer}`]
    }),
  )
}

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)

function printTable(rows: readonly string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
  }
}

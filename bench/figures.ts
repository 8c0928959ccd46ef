/** One line of a benchmark: ours beside what it is measured against, in one run on one machine. */
export type Figure = {
  what: string
  ours: string
  anchor: string
  /** Ours as a share of the anchor; larger is better, unless `lowerIsBetter`. */
  ratio: number
  must: number
  aim: number
  lowerIsBetter?: true
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.what,
    figure.ours,
    figure.anchor,
    shown(figure.ratio),
    `${figure.lowerIsBetter ? '≤' : '≥'} ${shown(figure.must)}`,
    `${figure.lowerIsBetter ? '≤' : '≥'} ${shown(figure.aim)}`,
    verdict(figure),
  ])
  const head = ['', 'ours', 'anchor', 'ratio', 'must', 'aim', '']
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)))
  console.log(`\n${title}`)
  for (const row of [head, ...rows]) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

const shown = (ratio: number): string => (ratio < 1 ? `${(ratio * 100).toFixed(0)} %` : ratio.toFixed(2))

function verdict({ ratio, must, aim, lowerIsBetter }: Figure): string {
  const reaches = (goal: number) => (lowerIsBetter ? ratio <= goal : ratio >= goal)
  if (reaches(aim)) return 'aim reached'
  return reaches(must) ? 'must reached' : 'MISSED'
}

/** How a command answers: words for people, or one JSON value on standard output. */
export type Output = {
  json: boolean
  /** The outcome. `words` is shown to people, `value` to programs. */
  result(value: unknown, words: string): void
  /** On the way; never on standard output, so that a program's JSON stays alone. */
  note(words: string): void
}

export const outputTo = (json: boolean): Output => ({
  json,
  result: (value, words) => void process.stdout.write(`${json ? JSON.stringify(value) : words}\n`),
  note: (words) => void process.stderr.write(`${words}\n`),
})

/** Columns as wide as their widest cell. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)].join('\n')
}

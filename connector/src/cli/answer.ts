/** A command's answer: one JSON value with `--json`, else a sentence or two. */
export function answer(value: unknown, { json, text }: { json: boolean | undefined; text: string }): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text}\n`)
}

/** The command did not do what was asked; said on standard error, and in the exit status. */
export class CommandFailed extends Error {}

/** One line of standard input, for what must not stand in a list of processes. */
export async function readLine(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.split(/\r?\n/)[0] ?? ''
}

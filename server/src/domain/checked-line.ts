import { Invalid } from './domain-error.ts'

/** One line of text a person typed: trimmed, composed, without control characters, and not too long. */
export function checkedLine(
  text: string,
  { called, from = 1, to }: { called: string; from?: number; to: number },
): string {
  const line = text.normalize('NFC').trim()
  if (/\p{Cc}/u.test(line)) throw new Invalid(`${called} may not contain line breaks or control characters`)
  if (line.length < from) throw new Invalid(`${called} is missing`)
  if (line.length > to) throw new Invalid(`${called} may have at most ${to} characters`)
  return line
}

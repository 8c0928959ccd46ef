import { wordsOfDay } from './calendar-day.ts'

/** From and to, both included; `''` is open. Stands in addresses as `3..5`, `3..` and `..5`, days as `2026-01-01..`. */
export type Range = { from: string; to: string }

const open: Range = { from: '', to: '' }
const isEnd = (text: string): boolean => /^(-?\d+(\.\d+)?|\d{4}-\d{2}-\d{2})?$/.test(text)

/** What is no range is open on both ends. */
export function parseRange(written: string): Range {
  const [from, to, ...more] = written.split('..')
  if (from === undefined || to === undefined || more.length > 0 || !isEnd(from) || !isEnd(to)) return open
  return { from, to }
}

/** `null` when it is open on both ends, or no range. */
export function writeRange({ from, to }: Range): string | null {
  const ends = { from: from.trim().replace(',', '.'), to: to.trim().replace(',', '.') }
  if ((ends.from === '' && ends.to === '') || !isEnd(ends.from) || !isEnd(ends.to)) return null
  // whichever way round somebody thought of it
  return isReversed(ends) ? `${ends.to}..${ends.from}` : `${ends.from}..${ends.to}`
}

/** As the server wants it: days are the Unix seconds at which they begin. */
export function serverRange(written: string): string {
  const { from, to } = parseRange(written)
  return `${seconds(from)}..${seconds(to)}`
}

/** "10 – 30", "from Jan 3, 2026". */
export function rangeInWords(written: string): string {
  const { from, to } = parseRange(written)
  const word = (end: string) => (isDay(end) ? wordsOfDay(end) : end)
  if (from === '') return `to ${word(to)}`
  return to === '' ? `from ${word(from)}` : `${word(from)} – ${word(to)}`
}

const isDay = (end: string): boolean => /^\d{4}-/.test(end)
const seconds = (end: string): string => (isDay(end) ? String(Date.parse(`${end}T00:00:00Z`) / 1000) : end)

const isReversed = ({ from, to }: Range): boolean =>
  from !== '' && to !== '' && (isDay(from) ? from > to : Number(from) > Number(to))

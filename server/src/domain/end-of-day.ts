import { Invalid } from './domain-error.ts'

const oneDay = 24 * 3_600_000

/** The moment the day `YYYY-MM-DD` is over, in UTC: what is good until that day is good all through it. */
export function endOfDay(text: string, called: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // Date.parse takes the 30th of February for the 2nd of March
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== text) {
    throw new Invalid(`${called} is ${JSON.stringify(text)}; it should be a day, like 2026-12-31`)
  }
  return day + oneDay
}

/** The last day of something that ends then, `YYYY-MM-DD`. */
export const lastDayBefore = (end: number): string => new Date(end - oneDay).toISOString().slice(0, 10)

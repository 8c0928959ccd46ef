const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })

/** `2030-12-31` in a person's words. It is that day wherever one is, so no zone moves it. */
export function wordsOfDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? day : words.format(time)
}

/** `20301231000000000` → `2030-12-31`, as date fields want it. */
export const dayIn = (wireTime: string): string => wireTime.replace(/^(\d{4})(\d\d)(\d\d)\d{9}$/, '$1-$2-$3')

/** In the person's own zone. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

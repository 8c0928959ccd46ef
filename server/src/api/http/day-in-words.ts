/** The last day of what ends then, for people: `31 December 2026`. */
export const dayInWords = (end: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(end - 1)

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** `yyyyMMddHHmmssSSS`, UTC. `null` for anything else. */
export function parseWireTime(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(text)
  if (parts === null) return null
  const [year = 0, month = 1, date = 1, hours = 0, minutes = 0, seconds = 0, ms = 0] = parts.slice(1).map(Number)
  return new Date(Date.UTC(year, month - 1, date, hours, minutes, seconds, ms))
}

/** In the person's own zone and words; what is no time is shown as it stands. */
export const dayOf = (text: string): string => format(day, text)
export const momentOf = (text: string): string => format(moment, text)

function format(style: Intl.DateTimeFormat, text: string): string {
  const time = parseWireTime(text)
  return time === null ? text : style.format(time)
}

/** `yyyyMMddHHmmssSSS` in UTC, from milliseconds. */
export function toWireTime(ms: number): string {
  const time = new Date(ms)
  const year = time.getUTCFullYear()
  if (!(year >= 1000 && year <= 9999)) return time.toISOString().replace(/\D/g, '')

  // reckoned where everything stands in usual years: a page of a list shows six hundred times
  const day = (year * 100 + time.getUTCMonth() + 1) * 100 + time.getUTCDate()
  const minute = time.getUTCHours() * 100 + time.getUTCMinutes()
  const millisecond = (minute * 100 + time.getUTCSeconds()) * 1000 + time.getUTCMilliseconds()
  return `${day}${String(millisecond).padStart(9, '0')}`
}

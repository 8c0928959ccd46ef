/** `yyyyMMddHHmmssSSS` in UTC, from milliseconds. */
export function toWireTime(ms: number): string {
  const iso = new Date(ms).toISOString()
  // cut where everything stands in usual years: a page of a list shows six hundred times
  if (iso.length !== usual.length) return iso.replace(/\D/g, '')
  return (
    iso.slice(0, 4) +
    iso.slice(5, 7) +
    iso.slice(8, 10) +
    iso.slice(11, 13) +
    iso.slice(14, 16) +
    iso.slice(17, 19) +
    iso.slice(20, 23)
  )
}

const usual = '2026-01-15T12:00:00.000Z'

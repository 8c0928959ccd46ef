const shape = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/

/** `2016:03:24 14:49:51.308+01:00` as milliseconds. Without an offset, `offset` counts, without that UTC. `null`: no time. */
export function parseFileTime(text: string, offset?: string): number | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = shape.exec(text) ?? []
  if (year === undefined || Number(year) < 1000) return null
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}`
  const time = Date.parse(`${local}${withColon(zone ?? offset ?? 'Z')}`)
  return Number.isNaN(time) ? null : time
}

const withColon = (zone: string): string => (/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone)

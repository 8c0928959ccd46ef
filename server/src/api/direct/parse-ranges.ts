/** Both ends included. */
export type ByteRange = { start: number; end: number }

/** More than these, or overlapping ones, are answered with the whole: nobody needs them who means well. */
const most = 50

/**
 * The ranges a `Range` header asks for (RFC 9110, 14.2): `null`, to be answered with the whole, where the header is
 * absent, malformed or unreasonable; an empty list, to be answered with 416, where none lies within the size.
 */
export function parseRanges(header: string | undefined, size: number): ByteRange[] | null {
  const specs = /^bytes=(.*)$/i.exec(header?.trim() ?? '')?.[1]?.split(',') ?? []
  const ranges: ByteRange[] = []
  let count = 0
  for (const spec of specs.map((text) => text.trim()).filter(Boolean)) {
    const [, first, last] = /^(\d*)-(\d*)$/.exec(spec) ?? []
    if (first === undefined || last === undefined || (first === '' && last === '')) return null
    if (first !== '' && last !== '' && Number(first) > Number(last)) return null
    count++
    const range = first === '' ? lastBytes(Number(last), size) : within(Number(first), last, size)
    if (range) ranges.push(range)
  }
  if (count === 0 || count > most || overlap(ranges)) return null
  return ranges
}

const lastBytes = (count: number, size: number): ByteRange | null =>
  count > 0 && size > 0 ? { start: Math.max(0, size - count), end: size - 1 } : null

const within = (start: number, last: string, size: number): ByteRange | null =>
  start < size ? { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) } : null

function overlap(ranges: readonly ByteRange[]): boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start)
  return sorted.some(({ start }, index) => index > 0 && start <= (sorted[index - 1]?.end ?? -1))
}

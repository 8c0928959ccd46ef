import type { Parts } from './read-parts.ts'

const header = 0x1a45dfa3
const segment = 0x18538067

/** Whether the film is as long as it says; recorders that stream say nothing. https://www.rfc-editor.org/rfc/rfc8794 */
export async function hasWholeSegment(parts: Parts): Promise<boolean> {
  const start = await parts.read(0, 64 * 1024)
  if (start.length < 8 || start.readUInt32BE(0) !== header) return true // odd, and for the decoder to judge
  const first = numberAt(start, 4)
  if (!first || first.value === null) return true
  const at = 4 + first.length + first.value
  if (at + 5 > start.length || start.readUInt32BE(at) !== segment) return at + 5 <= start.length
  const size = numberAt(start, at + 4)
  return !size || size.value === null || at + 4 + size.length + size.value <= parts.size
}

/** One to eight bytes, as many as there are zeros before the first one; `null`: all ones, which is "unknown". */
function numberAt(bytes: Buffer, at: number): { length: number; value: number | null } | undefined {
  const length = Math.clz32(bytes[at] ?? 0) - 23
  if (length > 8 || at + length > bytes.length) return undefined
  let value = (bytes[at] as number) & (0xff >> length)
  let isUnknown = value === 0xff >> length
  for (let next = at + 1; next < at + length; next++) {
    value = value * 256 + (bytes[next] as number)
    isUnknown &&= bytes[next] === 0xff
  }
  return { length, value: isUnknown ? null : value }
}

import { type FileHandle, open } from 'node:fs/promises'

const pieceBytes = 1024 * 1024
/** Kept for the next who read: new ones by the hundred a second cost more than reading does. */
const mostKept = 16
const kept: Buffer[] = []

const take = (): Buffer => kept.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)
const giveBack = (buffer: Buffer): void => {
  if (kept.length < mostKept) kept.push(buffer)
}

/**
 * A file, or a range of it with both ends, in pieces that are good until the next one is asked for; the next is read
 * meanwhile. Closes the file at its end, and when nobody wants to go on.
 */
export async function readPieces(
  path: string,
  range?: { start: number; end: number },
): Promise<AsyncGenerator<Uint8Array>> {
  const handle = await open(path, 'r')
  return piecesOf(handle, range?.start ?? 0, range === undefined ? Number.POSITIVE_INFINITY : range.end + 1)
}

async function* piecesOf(handle: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  let [reading, spare] = [take(), take()]
  let at = start
  const read = () => handle.read(reading, 0, Math.min(pieceBytes, end - at), at)
  let next = at < end ? read() : null
  try {
    while (next) {
      const { bytesRead } = await next
      next = null
      if (bytesRead === 0) return
      const piece = reading.subarray(0, bytesRead)
      at += bytesRead
      ;[reading, spare] = [spare, reading]
      if (at < end) next = read()
      yield piece
    }
  } finally {
    await next?.catch(() => undefined) // it still writes into its buffer
    giveBack(reading)
    giveBack(spare)
    await handle.close()
  }
}

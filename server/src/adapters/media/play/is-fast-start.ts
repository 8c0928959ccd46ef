import { type FileHandle, open } from 'node:fs/promises'

const mostBoxes = 64

/** Whether the index of an MP4 lies before its pictures and sound, so that it plays while it is still arriving. */
export async function isFastStart(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    return (await firstOf(file, ['moov', 'mdat'])) === 'moov'
  } finally {
    await file.close()
  }
}

/** ISO/IEC 14496-12: boxes of a length and a type, one after the other. */
async function firstOf(file: FileHandle, types: readonly string[]): Promise<string | null> {
  const head = Buffer.alloc(16)
  let at = 0
  for (let box = 0; box < mostBoxes; box++) {
    const { bytesRead } = await file.read(head, 0, 16, at)
    if (bytesRead < 8) return null
    const type = head.toString('latin1', 4, 8)
    if (types.includes(type)) return type
    const short = head.readUInt32BE(0)
    const length = short === 1 && bytesRead === 16 ? Number(head.readBigUInt64BE(8)) : short
    if (length < 8) return null
    at += length
  }
  return null
}

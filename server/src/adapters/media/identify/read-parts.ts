import { type FileHandle, open } from 'node:fs/promises'

/** A file by pieces, so that none is held whole. Short reads at the end give short pieces. */
export type Parts = { size: number; read(position: number, length: number): Promise<Buffer> }

export async function withParts<T>(path: string, use: (parts: Parts) => Promise<T>): Promise<T> {
  await using handle: FileHandle = await open(path, 'r')
  const { size } = await handle.stat()
  return await use({
    size,
    async read(position, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - position)))
      let filled = 0
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
  })
}

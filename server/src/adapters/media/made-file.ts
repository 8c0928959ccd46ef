import { randomBytes } from 'node:crypto'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { MadeFile } from '../../domain/ports/media-tools.ts'

const prefix = 'made-'
const mebibyte = 1024 * 1024

/**
 * Gives `make` a path in the folder to write to, and takes the name from what it wrote there: only who reads it
 * still has it. `make` answers false where nothing came of it.
 */
export async function madeFile(
  folder: string,
  extension: string,
  make: (into: string) => Promise<boolean>,
): Promise<MadeFile | null> {
  const into = join(folder, `${prefix}${randomBytes(16).toString('hex')}.${extension}`)
  try {
    if (!(await make(into))) return null
    const handle = await open(into, 'r')
    const { size } = await handle.stat()
    return { bytes: handle.createReadStream({ highWaterMark: mebibyte }), size }
  } finally {
    await rm(into, { force: true })
  }
}

/** What killed processes left, longer before this one began than any work takes. */
export async function dropLeftovers(folder: string, olderThanMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found !== null && performance.timeOrigin - found.mtimeMs > olderThanMs)
      await rm(path, { recursive: true, force: true })
  }
}

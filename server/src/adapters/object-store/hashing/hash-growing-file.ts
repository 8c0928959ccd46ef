import type { Hashes } from './hash-protocol.ts'
import { Hasher } from './hasher.ts'

export type GrowingFile = {
  /** Says how long it is by now. */
  grownTo(size: number): void
  /** The hashes of so many bytes, which is all. */
  ended(size: number): Promise<Hashes>
  /** Nobody wants to know any more. */
  drop(): void
}

let hasher: Hasher | undefined
let lastId = 0

/**
 * Hashes a file while it is written, out of the system's memory still, in a thread that the whole process shares: the
 * one that answers requests has no time for it.
 */
export function hashGrowingFile(path: string): GrowingFile {
  const id = ++lastId
  let mine: Hasher | undefined
  const tell = (size: number, isAll: boolean) => {
    if (hasher === undefined || hasher.hasEnded) hasher = new Hasher()
    mine ??= hasher
    return mine.tell({ id, path, size, isAll })
  }
  return {
    grownTo: (size) => void tell(size, false),
    ended: (size) => tell(size, true),
    drop: () => mine?.forget(id),
  }
}

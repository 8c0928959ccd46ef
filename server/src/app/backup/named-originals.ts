import { openSnapshot } from '../../adapters/database/snapshot/open-snapshot.ts'
import type { SnapshotPart } from '../../adapters/database/snapshot/snapshot.ts'
import type { ObjectKey } from '../../domain/ports/object-store.ts'
import { type Config, databaseOptions } from '../config.ts'
import { objectEntry } from './archive-format.ts'

export type NamedOriginal = { key: ObjectKey; sha256: string; size: number; md5: string }

/** Originals that rows of a library name, each once, ascending. */
export async function* namedOriginals(library: SnapshotPart): AsyncGenerator<NamedOriginal> {
  let last = ''
  for await (const { object, sha256, size, md5 } of library.namingRows()) {
    const key = object as ObjectKey
    if (key !== last) yield { key, sha256, size, md5 }
    last = key
  }
}

/**
 * Of these (`objects/<account>/<key>`), those that rows name by now. What was in the trash for its time is erased while
 * somebody looks, and what is being uploaded gets its row a moment after its bytes.
 */
export async function stillNamed(config: Config, entries: ReadonlySet<string>): Promise<Set<string>> {
  const named = new Set<string>()
  if (entries.size === 0) return named
  const now = await openSnapshot(databaseOptions(config))
  for (const part of now?.parts ?? []) {
    for await (const { key } of namedOriginals(part)) {
      const entry = objectEntry(part.name, key)
      if (entries.has(entry)) named.add(entry)
    }
  }
  await now?.close()
  return named
}

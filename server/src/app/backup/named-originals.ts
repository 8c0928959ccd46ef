import type { SnapshotPart } from '../../adapters/database/snapshot/snapshot.ts'
import type { ObjectKey } from '../../domain/ports/object-store.ts'

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

import type { SnapshotPart } from '../../adapters/database/snapshot/snapshot.ts'
import { type ObjectKey, type ObjectStore, originalKey, renditionKey } from '../../domain/ports/object-store.ts'
import { objectEntry } from '../backup/archive-format.ts'
import { namedOriginals, stillNamed } from '../backup/named-originals.ts'
import type { Config } from '../config.ts'
import type { Finding } from './finding.ts'

/** Objects that no row names. Both sides come in the order of hashes, so that neither is kept whole. */
export async function findOrphans(config: Config, part: SnapshotPart, objects: ObjectStore): Promise<Finding[]> {
  const unnamed = new Map<string, string>()
  for (const kind of ['originals/', 'renditions/']) {
    for await (const key of notNamed(objects.list(kind), namedOriginals(part))) {
      unnamed.set(objectEntry(part.name, key), objectEntry(part.name, originalKey(hashIn(key))))
    }
  }
  const named = await stillNamed(config, new Set(unnamed.values()))
  return [...unnamed].flatMap(([entry, original]): Finding[] =>
    named.has(original) ? [] : [{ kind: 'orphan', subject: entry, detail: 'no row names it' }],
  )
}

async function* notNamed(
  listed: AsyncIterable<ObjectKey>,
  named: AsyncIterable<{ sha256: string }>,
): AsyncGenerator<ObjectKey> {
  const naming = named[Symbol.asyncIterator]()
  let next = await naming.next()
  try {
    for await (const key of listed) {
      const hash = hashIn(key)
      while (!next.done && next.value.sha256 < hash) next = await naming.next()
      if (next.done || next.value.sha256 !== hash) yield key
    }
  } finally {
    await naming.return?.()
  }
}

const hashIn = (key: ObjectKey): string =>
  key.slice(key.startsWith('originals/') ? originalKey('').length : renditionsStart).slice(0, 64)
const renditionsStart = renditionKey('', '').length - 1

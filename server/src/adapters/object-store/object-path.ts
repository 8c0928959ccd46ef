import { join } from 'node:path'
import type { ObjectKey } from '../../domain/ports/object-store.ts'

const keyShape = /^(originals|renditions)\/([0-9a-f]{64})(?:\/([0-9A-Za-z][\w.@=,+-]{0,119}))?$/

type ParsedKey = { kind: 'originals' | 'renditions'; sha256: string; name: string | undefined }

/** Throws on anything that `originalKey` and `renditionKey` would not have made: no key leaves the store's folder. */
export function parseKey(key: ObjectKey): ParsedKey {
  const [, kind, sha256, name] = keyShape.exec(key) ?? []
  if ((kind === 'originals' && name === undefined) || (kind === 'renditions' && name !== undefined)) {
    return { kind, sha256: sha256 as string, name }
  }
  throw new Error(`Not an object key: ${JSON.stringify(key)}`)
}

/** Two levels of 256 folders, so that no folder grows beyond what file systems and people list quickly. */
export function objectPath(folder: string, key: ObjectKey): string {
  const { kind, sha256, name } = parseKey(key)
  const path = join(folder, kind, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return name === undefined ? path : join(path, name)
}

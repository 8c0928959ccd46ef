import { createHmac } from 'node:crypto'
import { type ObjectKey, originalKey } from '../../domain/ports/object-store.ts'

/**
 * A backup is one tar file, in this order: what it is, the dumps of the databases, the server's key, every object they
 * name, and last the manifest, which has name, size and SHA-256 of all before it. Without it a backup is not whole.
 */
export type ArchiveHead = {
  format: 1
  madeAt: string
  /** The databases it was read from; it can be restored into either. */
  database: 'sqlite' | 'postgres'
  /** Of all its databases: who lacks one can't restore it. */
  migrations: { control: string[]; library: string[] }
  accounts: { id: string; host: string; name: string }[]
  /** Originals that rows name, for progress. */
  originals: number
  hasSecretKey: boolean
  /** Of the server's key, to tell whether another is the same. */
  keyCheck: string
}

export const headEntry = 'descant-backup.json'
export const manifestEntry = 'manifest.jsonl'
export const keyEntry = 'secret.key'
export const dumpEntry = (part: string): string => `databases/${part}.jsonl.gz`
export const objectEntry = (account: string, key: ObjectKey): string => `objects/${account}/${key}`

export type ManifestLine = { name: string; size: number; sha256: string }

export const checkOf = (key: Buffer): string => createHmac('sha256', key).update('descant backup').digest('hex')

/** What an entry's name says it is. Nothing else is written anywhere. */
export type EntryKind =
  | { kind: 'dump'; part: string }
  | { kind: 'key' }
  | { kind: 'manifest' }
  /** `sha256`: of originals, what their bytes should be. */
  | { kind: 'object'; account: string; key: ObjectKey; sha256: string | null }

export function entryKind(name: string): EntryKind | undefined {
  if (name === keyEntry) return { kind: 'key' }
  if (name === manifestEntry) return { kind: 'manifest' }
  const [, part] = /^databases\/([0-9a-z_-]{1,50})\.jsonl\.gz$/.exec(name) ?? []
  if (part) return { kind: 'dump', part }
  const [, account, key, sha256] = objectName.exec(name) ?? []
  if (!account || !key) return undefined
  return {
    kind: 'object',
    account,
    key: key as ObjectKey,
    sha256: key === originalKey(sha256 ?? '') ? key.slice(-64) : null,
  }
}

const objectName =
  /^objects\/([0-9a-z_-]{1,50})\/(originals\/([0-9a-f]{64})|renditions\/[0-9a-f]{64}\/[0-9A-Za-z][\w.@=,+-]{0,119})$/

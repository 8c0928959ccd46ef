import { createHash } from 'node:crypto'
import type { NamingRow, SnapshotPart } from '../../adapters/database/snapshot/snapshot.ts'
import { type ObjectKey, ObjectNotFound, type ObjectStore, originalKey } from '../../domain/ports/object-store.ts'
import { objectEntry } from '../backup/archive-format.ts'
import { namedOriginals, stillNamed } from '../backup/named-originals.ts'
import type { Config } from '../config.ts'
import type { Finding } from './finding.ts'

type Asked = {
  part: SnapshotPart
  objects: ObjectStore
  quick: boolean
  onProgress?: (done: number, total: number, what: string) => void
}
/** What an object is. */
type Measured = { size: number; sha256: string; md5: string } | { size: number } | undefined

/** Every row that says what an original is, against the original. */
export async function verifyOriginals(
  config: Config,
  { part, objects, quick, onProgress }: Asked,
): Promise<{ originals: number; bytes: number; findings: Finding[] }> {
  let total = 0
  for await (const _ of namedOriginals(part)) total += 1

  const findings: Finding[] = []
  const missing = new Set<string>()
  const seen = { originals: 0, bytes: 0 }
  let last: { object: string; measured: Measured } | undefined
  for await (const row of part.namingRows()) {
    if (row.object !== last?.object) {
      last = { object: row.object, measured: await measure(objects, row.object as ObjectKey, quick) }
      if (last.measured) seen.bytes += last.measured.size
      else missing.add(objectEntry(part.name, row.object as ObjectKey))
      seen.originals += 1
      onProgress?.(seen.originals, total, row.object)
    }
    // once, though the upload's row and the version's both say it
    const known = findings.at(-1)?.subject === row.object
    if (last.measured && !known) findings.push(...differences(row, last.measured))
  }
  const lost = [...(await stillNamed(config, missing))].map((entry): Finding => {
    return { kind: 'missing', subject: entry, detail: 'a row names it, and it is not there' }
  })
  return { ...seen, findings: [...findings, ...lost] }
}

async function measure(objects: ObjectStore, key: ObjectKey, quick: boolean): Promise<Measured> {
  if (quick) return await objects.stat(key)
  try {
    const [sha256, md5] = [createHash('sha256'), createHash('md5')]
    let size = 0
    for await (const chunk of await objects.read(key)) {
      size += chunk.length
      sha256.update(chunk)
      md5.update(chunk)
    }
    return { size, sha256: sha256.digest('hex'), md5: md5.digest('hex') }
  } catch (error) {
    if (error instanceof ObjectNotFound) return undefined
    throw error
  }
}

function differences(row: NamingRow, measured: Exclude<Measured, undefined>): Finding[] {
  const { object, size, sha256, md5, table } = row
  const findings: Finding[] = []
  if (object !== originalKey(sha256))
    findings.push({
      kind: 'contradiction',
      subject: object,
      detail: `a row of ${table} gives it the SHA-256 ${sha256}`,
    })
  if (measured.size !== size)
    findings.push({
      kind: 'damaged',
      subject: object,
      detail: `${measured.size} bytes, and a row of ${table} says ${size}`,
    })
  else if ('sha256' in measured && (measured.sha256 !== sha256 || measured.md5 !== md5))
    findings.push({ kind: 'damaged', subject: object, detail: `its bytes have the SHA-256 ${measured.sha256}` })
  return findings
}

import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { systemClock } from '../../adapters/clock/system-clock.ts'
import { dumpLines } from '../../adapters/database/snapshot/dump-lines.ts'
import { openSnapshot } from '../../adapters/database/snapshot/open-snapshot.ts'
import { controlPart, type DatabaseSnapshot, type SnapshotPart } from '../../adapters/database/snapshot/snapshot.ts'
import { syncFolder } from '../../adapters/object-store/durable-folders.ts'
import type { AccountId } from '../../domain/account/account.ts'
import { Invalid } from '../../domain/domain-error.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import { type ObjectKey, ObjectNotFound, type ObjectStore, renditionKey } from '../../domain/ports/object-store.ts'
import { openObjectPlace } from '../choose-objects.ts'
import { type Config, databaseOptions } from '../config.ts'
import { secretKey } from '../secret-key.ts'
import { type ArchiveHead, checkOf, dumpEntry, headEntry, keyEntry, objectEntry } from './archive-format.ts'
import { type NamedOriginal, namedOriginals, stillNamed } from './named-originals.ts'
import { type ArchiveWriter, writeArchive } from './write-archive.ts'

export type BackupReport = {
  file: string
  accounts: number
  originals: number
  renditions: number
  /** Originals that rows name and that are not there, or are not what their name says. The backup has what there is. */
  missing: string[]
  damaged: string[]
}

/** One file with everything of the installation, as it stood when this began; the server may go on meanwhile. */
export async function backUp(
  config: Config,
  asked: { file: string; clock?: Clock; onProgress?: (done: number, total: number, what: string) => void },
): Promise<BackupReport> {
  const file = resolve(asked.file)
  if (existsSync(file)) throw new Invalid(`${file} is there already: name a new file`)
  const snapshot = await openSnapshot(databaseOptions(config))
  if (!snapshot) throw new Invalid('There is no library here yet, so there is nothing to back up')

  const [part, workFolder] = [`${file}.part`, `${file}.part.d`]
  try {
    await rm(workFolder, { recursive: true, force: true })
    await mkdir(workFolder, { recursive: true, mode: 0o700 })
    const archive = await writeArchive(part, join(workFolder, 'manifest.jsonl'))
    try {
      const report = await fill(archive, { config, snapshot, workFolder, clock: systemClock, ...asked })
      await archive.finish()
      await rename(part, file)
      await syncFolder(dirname(file))
      return { file, ...report }
    } finally {
      await archive.abandon()
    }
  } finally {
    await snapshot.close()
    await rm(part, { force: true })
    await rm(workFolder, { recursive: true, force: true })
  }
}

type Filling = {
  config: Config
  snapshot: DatabaseSnapshot
  workFolder: string
  clock: Clock
  onProgress?: (done: number, total: number, what: string) => void
}

async function fill(archive: ArchiveWriter, filling: Filling): Promise<Omit<BackupReport, 'file'>> {
  const { config, snapshot, workFolder, clock } = filling
  const key = await secretKey(config.secretKey, config.dataFolder)
  const libraries = snapshot.parts.filter(({ name }) => name !== controlPart)
  const head: ArchiveHead = {
    format: 1,
    madeAt: new Date(clock.now()).toISOString(),
    database: snapshot.product,
    migrations: {
      control: snapshot.parts.filter(({ name }) => name === controlPart).flatMap(({ migrations }) => migrations),
      library: [...new Set(libraries.flatMap(({ migrations }) => migrations))].sort(),
    },
    accounts: await accountsIn(snapshot),
    originals: await countOriginals(libraries),
    hasSecretKey: config.secretKey === null,
    keyCheck: checkOf(key),
  }
  await archive.addText(headEntry, `${JSON.stringify(head, null, 2)}\n`)
  if (head.hasSecretKey) await archive.addText(keyEntry, `${key.toString('hex')}\n`)
  for (const part of snapshot.parts) {
    const dump = join(workFolder, 'dump.jsonl.gz')
    await pipeline(dumpLines(part), createGzip({ level: 3 }), createWriteStream(dump, { mode: 0o600 }))
    await archive.addFile(dumpEntry(part.name), dump)
    await rm(dump)
  }
  const objects = await addObjects(archive, libraries, head.originals, filling)
  return { accounts: head.accounts.length, ...objects }
}

async function addObjects(archive: ArchiveWriter, libraries: SnapshotPart[], total: number, filling: Filling) {
  const place = await openObjectPlace(filling.config)
  const found = { originals: 0, renditions: 0, damaged: [] as string[] }
  const gone = new Set<string>()
  let done = 0
  for (const library of libraries) {
    const objects = place.of(library.name as AccountId)
    for await (const original of namedOriginals(library)) {
      const name = objectEntry(library.name, original.key)
      const sha256 = await addObject(archive, objects, name, original.key)
      if (sha256 === undefined) gone.add(name)
      else {
        found.originals += 1
        if (sha256 !== original.sha256) found.damaged.push(name)
        found.renditions += await addRenditions(archive, objects, library.name, original)
      }
      filling.onProgress?.(++done, total, original.key)
    }
  }
  return { ...found, missing: [...(await stillNamed(filling.config, gone))] }
}

async function addRenditions(archive: ArchiveWriter, objects: ObjectStore, account: string, { sha256 }: NamedOriginal) {
  let added = 0
  for await (const key of objects.list(renditionKey(sha256, ''))) {
    if ((await addObject(archive, objects, objectEntry(account, key), key)) !== undefined) added += 1
  }
  return added
}

/** `undefined`: it is not there. */
async function addObject(archive: ArchiveWriter, objects: ObjectStore, name: string, key: ObjectKey) {
  const found = await objects.stat(key)
  if (!found) return undefined
  // Opened here: once it is open, nobody takes the bytes away.
  const bytes = await objects.read(key).catch(unlessGone)
  return bytes && (await archive.add(name, found.size, bytes))
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof ObjectNotFound)) throw error
}

async function countOriginals(libraries: SnapshotPart[]): Promise<number> {
  let count = 0
  for (const library of libraries) for await (const _ of namedOriginals(library)) count += 1
  return count
}

async function accountsIn({ parts }: DatabaseSnapshot): Promise<ArchiveHead['accounts']> {
  const control = parts.find(({ name }) => name === controlPart)
  const table = control?.tables.find(({ name }) => name === 'account')
  if (!control || !table) return []
  const accounts: ArchiveHead['accounts'] = []
  for await (const row of control.rows({ ...table, columns: ['id', 'host', 'name'] })) {
    const [id, host, name] = row.map(String) as [string, string, string]
    accounts.push({ id, host, name })
  }
  return accounts.sort((a, b) => (a.host < b.host ? -1 : 1))
}

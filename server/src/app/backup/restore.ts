import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { migrationNames, refuseNewer } from '../../adapters/database/migration-files.ts'
import { loadDump } from '../../adapters/database/snapshot/load-dump.ts'
import { refuseFilledPostgres } from '../../adapters/database/snapshot/load-postgres.ts'
import { controlPart } from '../../adapters/database/snapshot/snapshot.ts'
import { syncFolder } from '../../adapters/object-store/durable-folders.ts'
import type { AccountId } from '../../domain/account/account.ts'
import { Invalid } from '../../domain/domain-error.ts'
import type { ObjectStore } from '../../domain/ports/object-store.ts'
import { type ObjectPlace, openObjectPlace } from '../choose-objects.ts'
import { type Config, databaseOptions } from '../config.ts'
import { type ArchiveHead, checkOf, type EntryKind, entryKind } from './archive-format.ts'
import { type ArchiveEntry, type ArchiveReader, linesOf, readArchive } from './read-archive.ts'
import { restoreFolder } from './unfinished-restore.ts'

export type RestoreReport = {
  accounts: ArchiveHead['accounts']
  madeAt: string
  originals: number
  renditions: number
  /** Originals that were damaged already when the backup was made: left out. */
  leftOut: string[]
}

/** In this order: who finds the control database finds all the rest. */
const places = ['secret.key', 'accounts', 'control.sqlite']

/**
 * Makes an installation of a backup, in an empty data folder (and an empty PostgreSQL database). Until all of it is
 * there nothing opens the folder; when it rejects, the folder is as empty as before; after a kill, the same again
 * begins anew.
 */
export async function restore(
  config: Config,
  { file, onProgress }: { file: string; onProgress?: (done: number, total: number, what: string) => void },
): Promise<RestoreReport> {
  const archive = await readArchive(resolve(file))
  const place = await openObjectPlace(config)
  const workFolder = restoreFolder(config.dataFolder)
  try {
    refuseWrongKey(config, archive.head)
    refuseNewer(archive.head.migrations.control, await migrationNames('control'))
    refuseNewer(archive.head.migrations.library, await migrationNames('library'))
    await refuseFilled(config, place, workFolder)
    let isKept = false
    try {
      await removeAll(config, place)
      await mkdir(workFolder, { recursive: true, mode: 0o700 })
      await syncFolder(config.dataFolder)
      const report = await takeOut(archive, place, workFolder, onProgress)
      await loadDatabases(config, workFolder)
      isKept = config.databaseUrl !== null // PostgreSQL has it, and its files are where they belong
      await putInPlace(config, workFolder)
      return { accounts: archive.head.accounts, madeAt: archive.head.madeAt, ...report }
    } catch (error) {
      if (!isKept) await removeAll(config, place)
      throw error
    }
  } finally {
    archive.close()
  }
}

function refuseWrongKey({ secretKey }: Config, { hasSecretKey, keyCheck }: ArchiveHead): void {
  if (secretKey === null && !hasSecretKey)
    throw new Invalid('The backup was made with DESCANT_SECRET_KEY, which is not in it: set it to the same key')
  if (secretKey !== null && checkOf(secretKey) !== keyCheck)
    throw new Invalid(
      'DESCANT_SECRET_KEY is not the key that the backup was made with, and what it seals could not be read: ' +
        (hasSecretKey ? 'leave it unset, for the backup has its own' : 'set it to the same key'),
    )
}

/** A server that runs has its databases here, so that an empty place has no server either. */
async function refuseFilled(config: Config, place: ObjectPlace, workFolder: string): Promise<void> {
  if (config.databaseUrl !== null) await refuseFilledPostgres(config.databaseUrl)
  // Nothing else than a restore has written here since.
  if ((await contentOf(workFolder)) !== undefined) return
  const inFolder = (await contentOf(config.dataFolder))?.filter((name) => name !== 'lost+found') ?? []
  for (const [where, there] of [
    [config.dataFolder, inFolder],
    ['The place of the originals', await place.someNames()],
  ] as const) {
    if (there.length > 0)
      throw new Invalid(
        `${where} is not empty (${there.slice(0, 3).join(', ')}…): restore into an empty data folder, with no server running on it`,
      )
  }
}

async function contentOf(folder: string): Promise<string[] | undefined> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
}

/** Everything but what a disk brings with it; the work folder last, so that a half removed place is not opened. */
async function removeAll({ dataFolder }: Config, place: ObjectPlace): Promise<void> {
  await place.removeAll()
  for (const name of (await contentOf(dataFolder)) ?? []) {
    const path = join(dataFolder, name)
    if (name !== 'lost+found' && path !== restoreFolder(dataFolder)) await rm(path, { recursive: true, force: true })
  }
  await rm(restoreFolder(dataFolder), { recursive: true, force: true })
}

type Taken = Pick<RestoreReport, 'originals' | 'renditions' | 'leftOut'>

async function takeOut(
  archive: ArchiveReader,
  place: ObjectPlace,
  workFolder: string,
  onProgress: ((done: number, total: number, what: string) => void) | undefined,
): Promise<Taken> {
  const taken: Taken = { originals: 0, renditions: 0, leftOut: [] }
  await mkdir(dumpsIn(workFolder), { mode: 0o700 })

  for await (const entry of archive.entries(join(workFolder, 'seen.jsonl'))) {
    const what = entryKind(entry.name)
    if (what?.kind === 'dump') await writeTo(join(dumpsIn(workFolder), `${what.part}.jsonl.gz`), entry)
    else if (what?.kind === 'key') await writeTo(join(workFolder, 'secret.key'), entry)
    else if (what?.kind === 'object') {
      await takeObject(place.of(what.account as AccountId), what, entry, taken)
      onProgress?.(taken.originals, archive.head.originals, what.key)
    } else throw new Invalid(`The backup has ${entry.name}, which this program does not know`)
  }
  return taken
}

async function takeObject(
  objects: ObjectStore,
  { key, sha256 }: EntryKind & { kind: 'object' },
  { name, bytes }: ArchiveEntry,
  taken: Taken,
): Promise<void> {
  if (sha256 === null) {
    await objects.write(key, Readable.from(bytes))
    taken.renditions += 1
    return
  }
  const stored = await objects.writeOriginal(Readable.from(bytes))
  taken.originals += 1
  if (stored.sha256 === sha256) return
  if (!stored.alreadyThere) await objects.delete(stored.key)
  taken.leftOut.push(name)
}

const dumpsIn = (workFolder: string): string => join(workFolder, 'databases')

const writeTo = (path: string, { bytes }: ArchiveEntry): Promise<void> =>
  pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))

async function loadDatabases(config: Config, workFolder: string): Promise<void> {
  const folder = dumpsIn(workFolder)
  const dumps = (await readdir(folder)).sort((a, b) => Number(isControl(b)) - Number(isControl(a)))
  function* parts() {
    for (const dump of dumps) yield linesOf(gunzipped(join(folder, dump)))
  }
  if (config.databaseUrl === null) return await loadDump({ dataFolder: workFolder }, parts())
  await moveTo(config.dataFolder, workFolder)
  await loadDump(databaseOptions(config), parts())
}

const isControl = (dump: string): boolean => dump === `${controlPart}.jsonl.gz`

async function* gunzipped(path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  pipeline(createReadStream(path), gunzip).catch(() => {}) // whoever reads it is told
  yield* gunzip
}

async function putInPlace({ dataFolder }: Config, workFolder: string): Promise<void> {
  await moveTo(dataFolder, workFolder)
  await rm(workFolder, { recursive: true, force: true })
  await syncFolder(dataFolder)
}

async function moveTo(dataFolder: string, workFolder: string): Promise<void> {
  const there = (await contentOf(workFolder)) ?? []
  for (const name of places.filter((each) => there.includes(each))) {
    await rename(join(workFolder, name), join(dataFolder, name))
  }
  await syncFolder(dataFolder)
}

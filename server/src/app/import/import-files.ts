import { createReadStream } from 'node:fs'
import type { Account } from '../../domain/account/account.ts'
import type { Asset, AssetId } from '../../domain/asset/asset.ts'
import { tagAsset } from '../../domain/asset/tag-asset.ts'
import { assignToAlbum } from '../../domain/collection/assign-to-album.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { cleanFileName } from '../../domain/intake/clean-file-name.ts'
import { receiveUpload } from '../../domain/intake/receive-upload.ts'
import { attachKeyword } from '../../domain/keyword/attach-keyword.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { StoredOriginal } from '../../domain/ports/object-store.ts'
import type { User } from '../../domain/user/user.ts'
import type { Adapters } from '../choose-adapters.ts'
import { albumFinder } from './ensure-albums.ts'
import { finishedUpload, Refused } from './finished-upload.ts'

export type FileToImport = {
  path: string
  name: string
  /** Names of folders, the last one an album; `null`: no album. */
  album: string[] | null
  tags: string[]
  /** Words of the vocabulary. */
  keywords: string[]
  description: string
  author: string
}

export type ImportReport = {
  imported: number
  alreadyThere: number
  failed: { file: string; reason: string }[]
}

export type ImportDeps = Pick<Adapters, 'objectsOf' | 'clock' | 'ids'> & { library: Library }

type Taken = { file: FileToImport; albumId: CollectionId | null; assetId: AssetId | null; uploadId: AssetId | null }

/** How many files are on their way at once, so that progress is steady and little is repeated after a kill. */
const window = 16

/**
 * Takes files of this machine in as if they had been uploaded. Runs again without doubling: the same bytes under the
 * same name are the same asset, which then gets the album, tags and keywords it lacks. Needs workers somewhere.
 */
export async function importFiles(
  deps: ImportDeps,
  {
    account,
    by,
    files,
    onProgress,
  }: {
    account: Account
    by: User
    files: readonly FileToImport[]
    onProgress?: (done: number, total: number, file: string) => void
  },
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, alreadyThere: 0, failed: [] }
  const findAlbum = albumFinder(deps, by.email)
  const onTheirWay: Taken[] = []
  let done = 0

  async function finish(taken: Taken): Promise<void> {
    const { file } = taken
    try {
      const id = taken.assetId ?? (await finishedUpload(deps.library, taken.uploadId as AssetId))
      const added = await giveWhatItLacks(deps, taken, id)
      if (taken.uploadId !== null || added) report.imported++
      else report.alreadyThere++
    } catch (error) {
      report.failed.push({ file: file.path, reason: reasonOf(error) })
    }
    done++
    onProgress?.(done, files.length, file.name)
  }

  for (const file of files) {
    try {
      const albumId = file.album === null ? null : await findAlbum(file.album)
      onTheirWay.push({ file, albumId, ...(await takeIn(deps, account, by, file, albumId)) })
    } catch (error) {
      report.failed.push({ file: file.path, reason: reasonOf(error) })
      onProgress?.(++done, files.length, file.name)
    }
    const oldest = onTheirWay.length >= window ? onTheirWay.shift() : undefined
    if (oldest) await finish(oldest)
  }
  for (const taken of onTheirWay) await finish(taken)
  return report
}

async function takeIn(deps: ImportDeps, account: Account, by: User, file: FileToImport, albumId: CollectionId | null) {
  const objects = deps.objectsOf(account.id)
  const stored = await objects.writeOriginal(createReadStream(file.path, { highWaterMark: 1024 * 1024 }))
  const there = await findSame(deps.library, stored, file)
  if (there) return there

  const upload = await receiveUpload(
    { ...deps, objects },
    {
      by,
      stored,
      fileName: file.name,
      tags: file.tags,
      albumId,
      versionOf: null,
      given: { description: file.description, author: file.author },
    },
  )
  return { assetId: null, uploadId: upload.id }
}

/** An asset with these bytes and this name, or an upload of them that waits to become one. */
async function findSame({ read }: Library, { sha256 }: StoredOriginal, file: FileToImport) {
  const name = cleanFileName(file.name)
  const assets = await read.assets.findMany(await read.assets.findByContent(sha256))
  const asset = assets.find(({ current }) => current.fileName === name)
  if (asset) return { assetId: asset.id, uploadId: null }

  const uploads = await read.uploads.findByContent(sha256)
  const waiting = uploads.find((upload) => upload.fileName === name && upload.finishedAt === null)
  return waiting ? { assetId: null, uploadId: waiting.id } : undefined
}

/** Answers whether anything had to be added. */
async function giveWhatItLacks(deps: ImportDeps, { file, albumId }: Taken, id: AssetId): Promise<boolean> {
  const [asset] = await deps.library.read.assets.findMany([id])
  if (!asset) throw new Error('It was taken in and is in the trash now')

  const at = { scheme: asset.scheme, id, role: 'admin' } as const
  const missing = lacking(asset, file)
  for (const keyword of missing.keywords) await attachKeyword(deps, { ...at, keyword })
  for (const tag of missing.tags) await tagAsset(deps, { ...at, tag })
  const elsewhere = albumId !== null && !asset.albumIds.includes(albumId)
  if (elsewhere) await assignToAlbum(deps, { albumId, contents: [{ id, scheme: asset.scheme }], role: 'admin' })
  return missing.keywords.length + missing.tags.length > 0 || elsewhere
}

function lacking(asset: Asset, { keywords, tags }: FileToImport) {
  const without = (wanted: string[], has: string[]) => {
    const there = new Set(has.map((word) => word.toLowerCase()))
    return wanted.filter((word) => !there.has(word.toLowerCase()))
  }
  return { keywords: without(keywords, asset.keywords), tags: without(tags, asset.tags) }
}

/** What a person can do something about; anything else is a bug and ends the import. */
function reasonOf(error: unknown): string {
  if (error instanceof DomainError || error instanceof Refused) return error.message
  if (error instanceof Error && 'syscall' in error) return error.message
  throw error
}

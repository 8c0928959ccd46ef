import type { Client, ContentRef } from '@descant/client'
import { nodeStream } from '@descant/client/node'
import type { ContentDetails, VersionEntry } from '@descant/contract'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'
import type { CustomField } from '../../domain/custom-field/custom-field.ts'
import { cleanFileName } from '../../domain/intake/clean-file-name.ts'
import { receiveUpload } from '../../domain/intake/receive-upload.ts'
import { takeInAnyway } from '../../domain/intake/take-in-anyway.ts'
import { takeOverDetails } from '../../domain/intake/take-over-details.ts'
import type { Upload } from '../../domain/intake/upload.ts'
import { addKeyword } from '../../domain/keyword/add-keyword.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { Ids } from '../../domain/ports/ids.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { ObjectStore, StoredOriginal } from '../../domain/ports/object-store.ts'
import { finishedUpload, Refused } from '../import/finished-upload.ts'
import { ifAnswered } from './if-answered.ts'
import type { ImportProgress } from './import-progress.ts'
import { approvalOf, customValuesOf, expiryOf, fromWireTime } from './wire-details.ts'

export type CopyDeps = {
  library: Library
  objects: ObjectStore
  clock: Clock
  ids: Ids
  client: Client
  /** Where it comes from, for telling what was copied already. */
  origin: string
  progress: ImportProgress
  albumOf: ReadonlyMap<string, CollectionId>
  fields: ReadonlyMap<string, CustomField>
  fail(reason: string): void
}

/** What happened: it is new here, it was here and is as there again, or somebody deleted it here. */
export type Copied = 'imported' | 'updated' | 'deleted-here'

/**
 * One asset with all its versions, oldest first, and what is said of it. May be killed anywhere: what it did is found
 * by the bytes and by what their upload says of where they came from.
 */
export async function copyAsset(deps: CopyDeps, ref: ContentRef): Promise<Copied> {
  const { client, progress, library } = deps
  const details = await client.details(ref)
  const versions = versionsOf(details)
  let { ours, versions: have } = progress.of(ref.id)
  const isNew = ours === null

  for (const [at, version] of versions.entries()) {
    if (at < have) continue
    if (ours !== null && (await library.read.assets.findMany([ours])).length === 0) return 'deleted-here'
    const id = await copyVersion(deps, details, version, ours)
    ours ??= id
    have = at + 1
    await progress.note(ref.id, { ours, versions: have, wholeAt: null })
  }

  if (ours === null) throw new Error('The source names no version of it')
  if (!(await takeOver(deps, details, ours))) return 'deleted-here'
  await progress.note(ref.id, { ours, versions: have, wholeAt: details.time })
  return isNew ? 'imported' : 'updated'
}

type Wanted = {
  /** Says where the bytes came from. */
  key: string
  address: string
  isCurrent: boolean
  uploadedAt: number | null
  uploadedByName: string
  comment: string
}

/** Oldest first. A source without a history has one version, which is the asset itself. */
function versionsOf(details: ContentDetails): Wanted[] {
  const history = [...(details.versionHistory ?? [])].sort((a, b) => Number(a.no) - Number(b.no))
  if (history.length === 0) return [wanted(details, undefined, true)]
  return history.map((version, at) => wanted(details, version, at === history.length - 1))
}

function wanted(details: ContentDetails, version: VersionEntry | undefined, isCurrent: boolean): Wanted {
  return {
    key: version ? version.versionId : 'only',
    address: isCurrent ? details.url.download : (version?.uri.download ?? details.url.download),
    isCurrent,
    uploadedAt: fromWireTime(version?.time ?? details.lastUploaded),
    uploadedByName: version?.ownerName ?? details.ownerName,
    comment: version?.comment ?? '',
  }
}

async function copyVersion(
  deps: CopyDeps,
  details: ContentDetails,
  version: Wanted,
  versionOf: AssetId | null,
): Promise<AssetId> {
  const { library, origin } = deps
  const from = `${origin}/${details.id}/${version.key}`
  const { stored, fileName } = await fetchOriginal(deps, details, version)
  const upload = (await findEarlier(library, stored.sha256, from)) ?? (await receive(fileName))
  await finish(deps, upload)
  return versionOf ?? upload.id

  function receive(name: string): Promise<Upload> {
    return receiveUpload(deps, {
      by: { email: details.owner ?? '', firstName: version.uploadedByName ?? '', lastName: '' },
      stored,
      fileName: name,
      tags: [],
      albumId: null,
      versionOf,
      given: { comment: version.comment, 'imported-from': from },
      ...(version.uploadedAt === null ? {} : { uploadedAt: version.uploadedAt }),
    })
  }
}

/** The upload that an earlier run made of this version, where it was killed before it could say so. */
async function findEarlier({ read }: Library, sha256: string, from: string): Promise<Upload | undefined> {
  return (await read.uploads.findByContent(sha256)).find((upload) => upload.given['imported-from'] === from)
}

/** The source has it, so it is taken in, sound or not. */
async function finish(deps: CopyDeps, { id }: Upload): Promise<void> {
  try {
    await finishedUpload(deps.library, id)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await takeInAnyway(deps, id)
    await finishedUpload(deps.library, id)
  }
}

const tries = 3

/** The bytes, as the source has them: by MD5, as far as it tells. */
async function fetchOriginal(
  { client, objects }: CopyDeps,
  details: ContentDetails,
  { address, isCurrent }: Wanted,
): Promise<{ stored: StoredOriginal; fileName: string }> {
  const known = isCurrent ? (details.md5 ?? '').toLowerCase() : ''
  for (let left = tries; ; left -= 1) {
    const { bytes, fileName, size } = await client.download(address, { asUploaded: true })
    const stored = await objects.writeOriginal(nodeStream(bytes))
    const isWhole = size === null || size === stored.size
    if (isWhole && (!/^[0-9a-f]{32}$/.test(known) || known === stored.md5)) {
      return { stored, fileName: cleanFileName((isCurrent ? fileNameIn(details) : null) ?? fileName ?? details.name) }
    }
    if (!stored.alreadyThere) await objects.delete(stored.key)
    if (left <= 1) throw new NotTheSame(details, stored)
  }
}

export class NotTheSame extends Error {
  constructor({ md5 }: ContentDetails, stored: StoredOriginal) {
    super(`its bytes came with the MD5 ${stored.md5}, and it should be ${md5}`)
  }
}

/** The current file's own name: a download may have the asset's, which somebody gave it later. */
function fileNameIn({ default: fields }: ContentDetails): string | null {
  const name = fields?.Name ?? null
  return name !== null && /\.[^.\s]+$/.test(name) ? name : null
}

async function takeOver(deps: CopyDeps, details: ContentDetails, id: AssetId): Promise<boolean> {
  const { client, fields, albumOf, clock } = deps
  // What a list does not tell is in the form for editing, where the source has it and the token may see it.
  const form = await ifAnswered(client.commonValues([details]))
  for (const name of details.keyword ?? []) await addKeyword(deps, { name, description: '' })
  return await takeOverDetails(deps, {
    id,
    details: {
      name: cleanFileName(details.name),
      description: details.description ?? '',
      author: form?.author?.[0] ?? details.default?.Author ?? '',
      copyright: form?.copyright?.[0] ?? details.copyright ?? details.default?.Copyright ?? '',
      termsAndConditions: form?.termsAndConditions?.[0] ?? details.termsAndConditions ?? '',
      approval: approvalOf(details, form),
      expiresAt: expiryOf(details),
      tags: details.tag ?? [],
      keywords: details.keyword ?? [],
      customValues: customValuesOf(details, fields, deps.fail),
      albumIds: (details.relatedAlbums ?? []).flatMap((album) => albumOf.get(album.id) ?? []),
      modifiedAt: fromWireTime(details.time) ?? clock.now(),
    },
  })
}

import type { AssetId } from '../asset/asset.ts'
import type { CollectionId } from '../collection/collection.ts'
import { Unavailable } from '../domain-error.ts'
import type { PortalId } from '../portal/portal.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { ObjectStore, StoredOriginal } from '../ports/object-store.ts'
import { awaitsErasingBefore } from '../trash/trash.ts'
import { fullName, type User } from '../user/user.ts'
import { cleanFileName } from './clean-file-name.ts'
import { awaitsDropping } from './keep-failed.ts'
import type { Upload } from './upload.ts'

export type ReceiveDeps = { library: Library; objects: ObjectStore; clock: Clock; ids: Ids }

/** What came with a file, as the sender put it; whether the album and the asset exist is found out at intake. */
export type Received = {
  by: Pick<User, 'email' | 'firstName' | 'lastName'>
  stored: StoredOriginal
  fileName: string
  tags: string[]
  albumId: CollectionId | null
  versionOf: AssetId | null
  /** Sent in through this portal; absent: through none. */
  portalId?: PortalId | null
  /** When it was uploaded elsewhere, of a file that comes from another library; absent: now. */
  uploadedAt?: number
  given: Record<string, string>
  /** Known before, so that the same file is not received twice; absent: a new one. */
  id?: AssetId
}

/** Takes note of a file whose bytes are durable, and of the work it causes. Once this resolves, nothing loses it. */
export async function receiveUpload(
  { library, objects, clock, ids }: ReceiveDeps,
  { by, stored, fileName, tags, albumId, versionOf, portalId = null, uploadedAt, given, id }: Received,
): Promise<Upload> {
  const now = clock.now()
  const upload: Upload = {
    id: id ?? ids.newId<AssetId>(),
    fileName: cleanFileName(fileName),
    object: stored.key,
    size: stored.size,
    md5: stored.md5,
    sha256: stored.sha256,
    uploadedBy: by.email,
    uploadedByName: fullName(by),
    uploadedAt: uploadedAt ?? now,
    state: 'Queue',
    message: null,
    scheme: null,
    tags,
    albumId,
    versionOf,
    portalId,
    given,
    takeInAnyway: false,
    finishedAt: null,
  }

  await library.transaction(async ({ uploads, trash, jobs }) => {
    const sameBytes = await uploads.findByContent(stored.sha256)
    if (sameBytes.some((other) => awaitsDropping(other, now))) throw beingRemoved()
    if (await trash.holdsAlone(stored.sha256, awaitsErasingBefore(now))) throw beingRemoved()
    await uploads.insert(upload)
    await jobs.enqueue({ name: 'take-in-upload', payload: { uploadId: upload.id } })
  })

  // The store had these bytes already, as those of a failed upload: they may have been removed before the row was there.
  if (stored.alreadyThere && (await objects.stat(stored.key)) === undefined) {
    await library.transaction(({ uploads }) => uploads.delete(upload.id))
    throw beingRemoved()
  }
  return upload
}

const beingRemoved = () => new Unavailable('An older upload of this very file is being removed. Please send it again.')

import type { Readable } from 'node:stream'
import { TooManyRequests } from '../access/too-many-requests.ts'
import { receiveUpload } from '../intake/receive-upload.ts'
import type { Upload } from '../intake/upload.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import { ensureLinkAlbum } from './ensure-link-album.ts'
import { openUploadLink } from './open-upload-link.ts'
import type { UploadLinkId } from './upload-link.ts'

export type LinkedFileDeps = { library: Library; objects: ObjectStore; clock: Clock; ids: Ids }
export type SentFile = {
  linkId: UploadLinkId
  /** Tells senders apart without saying who they are. */
  sender: string
  fileName: string
  bytes: Readable
  maxBytes: number
}

/** What one sender may send through one link in a day. */
export const mostPerDay = 500
const oneDay = 24 * 3_600_000

/**
 * A file that came by a link, on the same way in as any other. It belongs to the link's maker, and the link's name stands
 * where the contributor's would. Rejects with `TooManyBytes`, `TooManyRequests`, or as `openUploadLink` does.
 */
export async function takeLinkedFile(deps: LinkedFileDeps, sent: SentFile): Promise<Upload> {
  const { library, objects, clock, ids } = deps
  const { linkId, sender } = sent
  const fileId: string = ids.newId()
  await library.transaction(async ({ uploadLinks }) => {
    const now = clock.now()
    await openUploadLink({ uploadLinks }, linkId, now)
    if ((await uploadLinks.countBegun(linkId, sender, now - oneDay)) >= mostPerDay) throw tooMany()
    await uploadLinks.beginFile({ id: fileId, linkId, sender, begunAt: now })
  })

  const stored = await objects.writeOriginal(sent.bytes, { maxBytes: sent.maxBytes })
  const link = await openUploadLink(library.read, linkId, clock.now()) // it may have ended while the bytes came
  const upload = await receiveUpload(deps, {
    by: { email: link.createdBy, firstName: link.name, lastName: '' },
    stored,
    fileName: sent.fileName,
    tags: [],
    albumId: await ensureLinkAlbum(deps, link),
    versionOf: null,
    given: {},
  })
  await library.transaction(({ uploadLinks }) => uploadLinks.endFile(fileId, upload.id))
  return upload
}

const tooMany = () =>
  new TooManyRequests(`From one place at most ${mostPerDay} files can be sent in a day. Please go on tomorrow.`, 3600)

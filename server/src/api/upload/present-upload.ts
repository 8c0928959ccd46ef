import type { UploadEntry } from '@descant/contract'
import { cleanFileName } from '../../domain/intake/clean-file-name.ts'
import type { ListedUpload } from '../../domain/intake/upload.ts'
import type { IncomingFile } from '../../domain/ports/incoming-files.ts'
import { toWireTime } from '../http/wire-time.ts'

/** One row of #11. */
export function presentUpload(upload: ListedUpload): UploadEntry {
  const { id, versionOf, state, fileName, uploadedAt, scheme, message, given } = upload
  return {
    // Once it is done, the id of what it became.
    id: state === 'Done' && versionOf !== null && !upload.takeInAnyway ? versionOf : id,
    name: fileName,
    time: toWireTime(uploadedAt),
    status: state,
    ...(scheme === null ? {} : { scheme }),
    ...(message === null ? {} : { message }),
    ...(given.refer_id ? { refer_id: given.refer_id } : {}),
  }
}

/** A row for what has come in past the server and is not taken over yet. */
export const presentIncoming = ({ id, name, receivedAt }: IncomingFile): UploadEntry => ({
  id,
  name: cleanFileName(name),
  time: toWireTime(receivedAt),
  status: 'Initial',
})

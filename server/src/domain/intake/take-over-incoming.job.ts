import { mayActAs } from '../access/role-rules.ts'
import { findPortalFor } from '../portal/find-portal.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Job } from '../ports/job-queue.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import { ObjectNotFound, type ObjectStore } from '../ports/object-store.ts'
import type { User } from '../user/user.ts'
import { senderOf } from './incoming-form.ts'
import { receiveUpload } from './receive-upload.ts'
import { receivedFields } from './received-fields.ts'

export type TakeOverDeps = {
  library: Library
  objects: ObjectStore
  clock: Clock
  ids: Ids
  warn(about: Record<string, string>, sentence: string): void
}

/**
 * Makes an upload of a file that a sender put there past the server. The id is made of the file: killed at any line
 * it runs again, and what is received already is only cleared away.
 */
export const takeOverIncoming: Job<'take-over-incoming', TakeOverDeps> = {
  name: 'take-over-incoming',
  /** For about a week. */
  attempts: 1000,

  async run(deps, { name }) {
    const { library, objects, warn } = deps
    const found = await objects.incoming?.find(name)
    if (!objects.incoming || !found) return // taken over by an earlier run
    const { file, fields } = found
    const sender = senderOf(name)
    const by = sender && (await mayStillSend(library.read, sender))
    if (!sender || !by) {
      warn({ file: name }, 'a file came in from somebody who may not upload: it was removed')
      return await objects.incoming.delete(file)
    }

    if (!(await library.read.uploads.find(file.id))) {
      const stored = await objects.incoming.keep(file).catch((error: unknown) => {
        if (error instanceof ObjectNotFound) return null // another was put in its place: the next look finds that
        throw error
      })
      if (!stored) return
      const received = receivedFields(fields, name.split('/').at(-1) ?? null)
      await receiveUpload(deps, { by, stored, portalId: sender.portalId, ...received, id: file.id })
    }
    await objects.incoming.delete(file)
  },

  async onGivenUp({ objects, warn }, { name }) {
    const found = await objects.incoming?.find(name)
    if (!found) return
    warn({ file: name }, 'a file that came in could not be taken over for a week: it was removed')
    await objects.incoming?.delete(found.file)
  },
}

/** Whoever asked for the form must still be here, and still be allowed. */
async function mayStillSend(
  read: LibraryStores,
  { portalId, userId }: NonNullable<ReturnType<typeof senderOf>>,
): Promise<User | undefined> {
  const user = await read.users.find(userId)
  if (!user || user.suspended || !mayActAs(user.role, 'contributor')) return undefined
  if (portalId !== null && !(await findPortalFor(read, { user, reference: portalId }))) return undefined
  return user
}

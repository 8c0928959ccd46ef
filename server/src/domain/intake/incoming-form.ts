import type { PortalId } from '../portal/portal.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { IncomingForm } from '../ports/incoming-files.ts'
import type { Library } from '../ports/library.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import type { User, UserId } from '../user/user.ts'

type Deps = { library: Library; objects: ObjectStore; clock: Clock; ids: Ids }

/** Who sends, as the folder of a form says it, which is signed with it. `portalId`: `null` for the main library. */
export type Sender = { portalId: PortalId | null; userId: UserId }

const hour = 3_600_000
const validSeconds = 5 * 3600
const noPortal = 'main'

/** Given with every form: clients send these, and those that know no others send just these. */
const documented = {
  acl: 'private',
  'x-amz-meta-tag': '',
  'x-amz-meta-file_name': `$\{filename}`,
  'x-amz-meta-scheme': '',
  'x-amz-meta-id': '',
  'x-amz-meta-album_id': '',
}
const reference = 'x-amz-meta-refer_id'

/** #9 where files come in past the server: good for five hours. `null`: they do not, or not now. */
export async function openIncomingForm(
  { library, objects, clock, ids }: Deps,
  { by, portalId, refer, maxBytes }: { by: User; portalId: PortalId | null; refer: string | null; maxBytes: number },
): Promise<IncomingForm | null> {
  const now = clock.now()
  const fields = { ...documented, ...(refer === null ? {} : { [reference]: refer }) }
  const form = await objects.incoming?.form({
    folder: `${portalId ?? noPortal}/${by.id}/${ids.newHex(8)}`,
    fields,
    filledIn: Object.keys(fields).filter((name) => name !== 'acl'),
    maxBytes,
    now,
    seconds: validSeconds,
  })
  if (form) await expectFiles(library, now + validSeconds * 1000)
  return form ?? null
}

/** So that every process looks often; an hour ahead, so that not each form is a write. */
async function expectFiles({ read, transaction }: Library, until: number): Promise<void> {
  if ((await read.changes.position('incoming')) >= until) return
  await transaction(({ changes }) => changes.setPosition('incoming', until + hour))
}

/** `undefined`: it is no name that a form of ours gives. */
export function senderOf(name: string): Sender | undefined {
  const [portal, user, form, fileName] = name.split('/')
  if (!portal || !user || !form || fileName === undefined) return undefined
  return { portalId: portal === noPortal ? null : (portal as PortalId), userId: user as UserId }
}

import type { AssetId } from '../asset/asset.ts'
import { isVisibleTo } from '../asset/find-visible-asset.ts'
import { DomainError } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { Role } from '../user/user.ts'
import type { Change, PortalEvent, SettingsEvent } from './change.ts'

/** `cursor`: the last change looked at, seen or not. `more`: others are there already. */
export type ChangePage = { cursor: number; changes: FedChange[]; more: boolean }

/** A change of a thing. */
export type FedChange = Exclude<Change, { event: SettingsEvent | PortalEvent }>

/** What was asked for is no longer kept: whoever follows the library has to look at all of it again. */
export class ChangesGone extends DomainError {
  readonly refusal = 'gone'
  readonly code = 'changes-gone'
  constructor() {
    super('The changes after this cursor are no longer kept; read the library again and begin without a cursor')
  }
}

/** The next page after `since`, or from the oldest change kept where that is `null`. */
export async function readChanges(
  { library, clock }: { library: Library; clock: Clock },
  { since, limit, role }: { since: number | null; limit: number; role: Role },
): Promise<ChangePage> {
  const { changes } = library.read
  const oldest = (await changes.firstSeq()) - 1
  const from = since ?? oldest
  // ahead of us is what a copy restored from a backup never knew
  if (from < oldest || from > (await changes.lastSeq())) throw new ChangesGone()

  const page = await changes.after(from, limit + 1)
  const kept = page.slice(0, limit)
  return {
    cursor: kept.at(-1)?.seq ?? from,
    changes: await visibleTo(role, await inPart(kept, library), library, clock.now()),
    more: page.length > limit,
  }
}

/**
 * In a portal: of what is in it now; that something came in or left it stands in the log for each portal, and is told as
 * an addition or a deletion.
 */
async function inPart(changes: readonly Change[], { part, read }: Library): Promise<FedChange[]> {
  const things = changes.filter(isOfThing)
  if (part === null || changes.length === 0) return things

  const ids = things.flatMap(({ event, id }) => (event.startsWith('asset.') ? [id as AssetId] : []))
  const there = new Set<string>(await read.assets.findInAlbums([...new Set(ids)], [...(await part.albums())]))
  for (const { id } of await read.collections.all()) there.add(id)

  const known = new Set(things.filter(({ id }) => there.has(id)).map(nameOf))
  return changes.flatMap((change): FedChange[] => {
    if (isOfThing(change)) return there.has(change.id) ? [change] : []
    if (change.scheme === 'settings' || change.portalId !== part.portalId) return []
    const told = asTold(change)
    return known.has(nameOf(told)) ? [] : [told]
  })
}

const isOfThing = (change: Change): change is FedChange => /^(asset|folder|album)\./.test(change.event)

const nameOf = ({ event, id, time }: FedChange): string => `${event} ${id} ${time}`

function asTold({ seq, event, scheme, id, time }: Extract<Change, { event: PortalEvent }>): FedChange {
  const kind = scheme === 'folder' || scheme === 'album' ? scheme : 'asset'
  return { seq, event: `${kind}.${event === 'portal.gained' ? 'added' : 'deleted'}`, scheme, id, time } as FedChange
}

/** Of assets that this role may see now, and that some are gone: by deletion, or because their time is over. */
async function visibleTo(role: Role, changes: FedChange[], { read }: Library, now: number): Promise<FedChange[]> {
  if (role !== 'consumer') return changes
  const ids = changes.filter(({ event }) => event.startsWith('asset.')).map(({ id }) => id as AssetId)
  const assets = await read.assets.findBriefs([...new Set(ids)])
  const visible = new Set<string>(assets.filter((asset) => isVisibleTo(role, asset, now)).map(({ id }) => id))
  const approved = new Set<string>(assets.filter(({ approval }) => approval === 'Approved').map(({ id }) => id))

  return changes.filter(({ event, id }) => {
    if (!event.startsWith('asset.') || event === 'asset.deleted') return true
    return visible.has(id) || (event === 'asset.expired' && approved.has(id))
  })
}

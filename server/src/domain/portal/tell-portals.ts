import type { AssetId } from '../asset/asset.ts'
import type { NewChange, PortalEvent } from '../change/change.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { Shown } from './portal-store.ts'

/**
 * Makes a change to where things are, and writes down for each portal what came into it and what left it by that.
 * `assets`: those whose places may be others afterwards.
 */
export async function tellPortals<T>(
  { portals, changes }: Pick<LibraryStores, 'portals' | 'changes'>,
  { assets, time }: { assets: readonly AssetId[]; time: number },
  change: () => Promise<T>,
): Promise<T> {
  const before = byKey(await portals.showing(assets))
  const made = await change()
  const after = byKey(await portals.showing(assets))

  const told = (event: PortalEvent, here: ReadonlyMap<string, Shown>, there: ReadonlyMap<string, Shown>) =>
    [...here].flatMap(([key, shown]): NewChange[] => (there.has(key) ? [] : [{ event, ...shown, time }]))
  await changes.append([...told('portal.lost', before, after), ...told('portal.gained', after, before)])
  return made
}

const byKey = (shown: readonly Shown[]) => new Map(shown.map((one) => [`${one.portalId} ${one.id}`, one]))

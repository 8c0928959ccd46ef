import type { Ids } from '../ports/ids.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { ActivityId, NewActivity } from './activity.ts'

/**
 * In the transaction of the thing itself, for what must never be lost: uploads and shares. What is only looked at goes
 * through `RecentActivity`.
 */
export async function recordActivity(
  { activities }: Pick<LibraryStores, 'activities'>,
  { ids }: { ids: Ids },
  happened: readonly NewActivity[],
): Promise<void> {
  await activities.append(happened.map((each) => ({ ...each, id: ids.newId<ActivityId>() })))
}

import type { LibraryStores } from '../ports/library.ts'

/**
 * Where a webhook begins that is made or switched on now. While none is on nobody follows the log, so the first to be
 * on takes the follower along to where it begins.
 */
export async function startTelling({
  webhooks,
  changes,
}: Pick<LibraryStores, 'webhooks' | 'changes'>): Promise<number> {
  const last = await changes.lastSeq()
  if ((await webhooks.enabled()).length === 0) await changes.setPosition('webhooks', last)
  return last
}

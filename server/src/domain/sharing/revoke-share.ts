import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { ShareId } from './share.ts'

/** Ends a share for good. Its maker may, and administrators may; for others it is not there. */
export async function revokeShare(
  { library, clock }: { library: Library; clock: Clock },
  { id, by }: { id: ShareId; by: { email: string; isAdmin: boolean } },
): Promise<void> {
  await library.transaction(async ({ shares }) => {
    const share = await shares.find(id)
    if (!share || !(by.isAdmin || share.createdBy === by.email)) throw new NotFound(`share ${id}`)
    await shares.revoke(id, clock.now())
  })
}

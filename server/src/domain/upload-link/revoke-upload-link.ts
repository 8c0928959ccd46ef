import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { UploadLinkId } from './upload-link.ts'

/** It takes no more files; those that came stay. Its maker may, and administrators may; for others it is not there. */
export async function revokeUploadLink(
  { library, clock }: { library: Library; clock: Clock },
  { id, by }: { id: UploadLinkId; by: { email: string; isAdmin: boolean } },
): Promise<void> {
  await library.transaction(async ({ uploadLinks }) => {
    const link = await uploadLinks.find(id)
    if (!link || !(by.isAdmin || link.createdBy === by.email)) throw new NotFound(`upload link ${id}`)
    await uploadLinks.revoke(id, clock.now())
  })
}

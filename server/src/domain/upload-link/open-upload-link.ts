import { DomainError, NotFound } from '../domain-error.ts'
import type { LibraryStores } from '../ports/library.ts'
import { stateOf } from '../sharing/share.ts'
import type { UploadLink, UploadLinkId } from './upload-link.ts'

/** There was such a link, and it takes no more files. */
export class UploadLinkEnded extends DomainError {
  readonly refusal = 'gone'
  readonly code = 'upload-link-ended'
}

/** A link that takes files now. */
export async function openUploadLink(
  { uploadLinks }: Pick<LibraryStores, 'uploadLinks'>,
  id: UploadLinkId,
  now: number,
): Promise<UploadLink> {
  const link = await uploadLinks.find(id)
  if (!link) throw new NotFound('upload link at this address')
  const state = stateOf(link, now)
  if (state === 'expired') throw new UploadLinkEnded('This upload link has expired')
  if (state === 'revoked') throw new UploadLinkEnded('This upload link has been withdrawn')
  return link
}

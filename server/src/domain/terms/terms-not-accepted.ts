import type { Asset } from '../asset/asset.ts'
import { DomainError } from '../domain-error.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { LibrarySettings } from '../setting/library-settings.ts'
import type { UserId } from '../user/user.ts'

export class TermsNotAccepted extends DomainError {
  readonly refusal = 'not-allowed'
  readonly code = 'terms-not-accepted'
  constructor(names: readonly string[]) {
    super(`Before a download, the terms and conditions have to be accepted: ${names.join(', ')}`)
  }
}

type Asked = Pick<Asset, 'id' | 'name' | 'termsAndConditions'>

/** Whether who downloads this must accept something first. */
export const hasTerms = ({ termsAndConditions }: Pick<Asset, 'termsAndConditions'>, { drm }: LibrarySettings) =>
  drm && termsAndConditions !== ''

/** Which of these the user may not download yet: their terms, in the words they have now, are not accepted. */
export async function withoutAcceptedTerms<Some extends Asked>(
  { settings, acceptedTerms }: Pick<LibraryStores, 'settings' | 'acceptedTerms'>,
  { user, assets }: { user: UserId; assets: readonly Some[] },
): Promise<Some[]> {
  // most have none, and cost nothing
  if (assets.every(({ termsAndConditions }) => termsAndConditions === '')) return []
  const decided = await settings.read()
  const bound = assets.filter((asset) => hasTerms(asset, decided))
  if (bound.length === 0) return []
  const ids = bound.map(({ id }) => id)
  const accepted = await acceptedTerms.acceptedBy(user, ids)
  return bound.filter(({ id, termsAndConditions }) => accepted.get(id) !== termsAndConditions)
}

/** Rejects with `TermsNotAccepted`, 403. */
export async function mustHaveAcceptedTerms(
  stores: Pick<LibraryStores, 'settings' | 'acceptedTerms'>,
  { user, assets }: { user: UserId; assets: readonly Asked[] },
): Promise<void> {
  const refused = await withoutAcceptedTerms(stores, { user, assets })
  if (refused.length > 0) throw new TermsNotAccepted(refused.map(({ name }) => name))
}

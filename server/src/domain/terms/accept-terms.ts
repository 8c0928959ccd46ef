import { type AssetAddress, findVisibleAsset } from '../asset/find-visible-asset.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { UserId } from '../user/user.ts'

/** The asset's terms as they are now; of one without any, nothing. They count until the words change. */
export async function acceptTerms(
  { library, clock }: { library: Library; clock: Clock },
  asked: AssetAddress & { user: UserId },
): Promise<void> {
  const time = clock.now()
  await library.transaction(async ({ assets, acceptedTerms }) => {
    const asset = await findVisibleAsset({ assets }, asked, time)
    if (asset.termsAndConditions === '') return
    await acceptedTerms.accept(asked.user, asset.id, asset.termsAndConditions, time)
  })
}

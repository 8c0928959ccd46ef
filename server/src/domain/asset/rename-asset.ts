import { checkedName } from '../checked-name.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { type AssetAddress, findVisibleAsset } from './find-visible-asset.ts'

/** The name it has already changes nothing. The file keeps the name it was uploaded with. */
export async function renameAsset(
  { library, clock }: { library: Library; clock: Clock },
  asked: AssetAddress & { name: string },
): Promise<void> {
  const time = clock.now()
  await library.transaction(async ({ assets, changes }) => {
    const asset = await findVisibleAsset({ assets }, asked, time)
    const name = checkedName(asked.name, { of: 'file', longest: 200 })
    if (asset.name === name) return
    await assets.update(asset.id, { name, modifiedAt: time })
    await changes.append([{ event: 'asset.changed', scheme: asset.scheme, id: asset.id, time }])
  })
}

import { Invalid } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { type AssetAddress, findVisibleAsset } from './find-visible-asset.ts'

export type TagDeps = { library: Library; clock: Clock }

/** A tag is any text. An asset that has it already, in whatever case, stays as it is. */
export async function tagAsset({ library, clock }: TagDeps, asked: AssetAddress & { tag: string }): Promise<void> {
  if (asked.tag.trim() === '') throw new Invalid('A tag needs at least one character that can be seen')
  const time = clock.now()
  await library.transaction(async ({ assets, changes }) => {
    const { id, scheme } = await findVisibleAsset({ assets }, asked, time)
    if (!(await assets.addTag(id, asked.tag))) return
    await assets.update(id, { modifiedAt: time })
    await changes.append([{ event: 'asset.changed', scheme, id, time }])
  })
}

/** An asset without the tag stays as it is. */
export async function untagAsset({ library, clock }: TagDeps, asked: AssetAddress & { tag: string }): Promise<void> {
  const time = clock.now()
  await library.transaction(async ({ assets, changes }) => {
    const { id, scheme } = await findVisibleAsset({ assets }, asked, time)
    if (!(await assets.removeTag(id, asked.tag))) return
    await assets.update(id, { modifiedAt: time })
    await changes.append([{ event: 'asset.changed', scheme, id, time }])
  })
}

import type { ListedVersion } from '../asset/asset-store.ts'
import type { Scheme } from '../asset/scheme.ts'
import { laterRelease, type VersionId } from '../asset/version.ts'
import type { Library } from '../ports/library.ts'
import type { MediaTools } from '../ports/media-tools.ts'

const pageSize = 500

/**
 * Queues every file to be looked into once more; with `missingOnly` those alone that lacked something which is there
 * now. Answers how many.
 */
export async function askToExamineAgain(
  { library, media }: { library: Library; media: Pick<MediaTools, 'lacking'> },
  { missingOnly, scheme }: { missingOnly: boolean; scheme: Scheme | null },
): Promise<number> {
  const lackingNow = rememberedByKind(media)
  let asked = 0
  for (let after: VersionId | null = null; ; ) {
    const page: ListedVersion[] = await library.read.assets.listVersions({
      after,
      limit: pageSize,
      lacking: missingOnly,
      scheme,
    })
    after = page.at(-1)?.id ?? null
    if (after === null) return asked
    const worthwhile = missingOnly
      ? await filterAsync(page, async (version) => gains(version, await lackingNow(version)))
      : page
    await library.transaction(async ({ jobs }) => {
      for (const { id, assetId } of worthwhile) {
        await jobs.enqueueOnce({ name: 'examine-again', payload: { assetId, versionId: id } })
      }
    })
    asked += worthwhile.length
  }
}

const gains = ({ lacked }: ListedVersion, lackingNow: readonly string[]): boolean =>
  lacked.some((what) => what === laterRelease || !lackingNow.includes(what))

function rememberedByKind(media: Pick<MediaTools, 'lacking'>): (version: ListedVersion) => Promise<string[]> {
  const known = new Map<string, Promise<string[]>>()
  return (version) => {
    const kind = `${version.scheme} ${version.contentType}`
    const lacking = known.get(kind) ?? media.lacking(version)
    known.set(kind, lacking)
    return lacking
  }
}

async function filterAsync<T>(all: readonly T[], isWanted: (one: T) => Promise<boolean>): Promise<T[]> {
  const wanted = await Promise.all(all.map(isWanted))
  return all.filter((_, index) => wanted[index])
}

import type { Scheme } from '../domain/asset/scheme.ts'
import type { VersionId } from '../domain/asset/version.ts'
import { askToExamineAgain } from '../domain/intake/ask-to-examine-again.ts'
import type { Library } from '../domain/ports/library.ts'
import type { Adapters } from './choose-adapters.ts'

export type ReprocessReport = {
  /** Files that were looked into again. */
  files: number
  /** By tool: files that could say or show more with it. */
  lacking: Record<string, number>
}

const work = ['examine-again'] as const
const lookEveryMs = 200
const pageSize = 1000

/** Queues the work, and resolves when it is done, by whichever process. Needs workers somewhere. */
export async function reprocess(
  { library, media }: { library: Library } & Pick<Adapters, 'media'>,
  {
    missingOnly,
    scheme,
    onProgress,
  }: { missingOnly: boolean; scheme: Scheme | null; onProgress?: (done: number, total: number) => void },
): Promise<ReprocessReport> {
  const files = await askToExamineAgain({ library, media }, { missingOnly, scheme })
  for (;;) {
    const left = await library.read.jobs.countUnfinished(work)
    onProgress?.(Math.max(0, files - left), files)
    if (left === 0) return { files, lacking: await countLacking(library) }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

export async function countLacking({ read }: Pick<Library, 'read'>): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (let after: VersionId | null = null; ; ) {
    const page = await read.assets.listVersions({ after, limit: pageSize, lacking: true, scheme: null })
    for (const tool of page.flatMap(({ lacked }) => lacked)) counted[tool] = (counted[tool] ?? 0) + 1
    after = page.at(-1)?.id ?? null
    if (after === null) return counted
  }
}

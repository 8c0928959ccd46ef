import type { Account } from '../../domain/account/account.ts'
import type { Library } from '../../domain/ports/library.ts'
import { doubtIndex } from '../../domain/search/ask-for-index.ts'
import type { IndexComparison } from '../../domain/search/index-news.ts'
import { SearchUnavailable } from '../../domain/search/search-unavailable.ts'
import type { Adapters } from '../choose-adapters.ts'
import { type Config, searchFolder } from '../config.ts'
import { awaitIndexes } from '../search-thread/await-indexes.ts'
import type { Finding } from './finding.ts'

/**
 * Every index of the library against the database: those of processes that run on this data folder, which do it
 * themselves, and the one the next start would begin with, from its snapshot. What differs is put right.
 */
export async function verifyIndexes(
  config: Config,
  { searches, clock }: Pick<Adapters, 'searches' | 'clock'>,
  { account, library }: { account: Account; library: Library },
): Promise<Finding[]> {
  const asked = await doubtIndex({ library, clock })
  const { done, silent } = await awaitIndexes({
    folder: searchFolder(config),
    account: account.id,
    isDone: ({ state, compared }) => state === 'refused' || (compared?.askedBy ?? 0) >= asked,
  })
  const findings = done.flatMap(({ pid, compared }) =>
    compared ? differences(`search index of process ${pid}`, compared) : [],
  )
  for (const { pid } of silent) findings.push(notCompared(`search index of process ${pid}`, 'it did not answer'))
  try {
    findings.push(...differences('search index made here', await searches.compare(library)))
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error
    findings.push(notCompared('search index made here', error.message))
  }
  return findings
}

function differences(subject: string, { compared, missing, surplus, differing, examples }: IndexComparison): Finding[] {
  if (missing + surplus + differing === 0) return []
  const counts = `${missing} were missing, ${surplus} too much, ${differing} not as they are`
  const detail = `of ${compared} assets ${counts}; put right, among them ${examples.slice(0, 3).join(', ')}`
  return [{ kind: 'index', subject, detail }]
}

const notCompared = (subject: string, detail: string): Finding => ({ kind: 'not-compared', subject, detail })

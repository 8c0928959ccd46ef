import type { FastifyBaseLogger } from 'fastify'
import type { IndexNews } from '../../domain/search/index-news.ts'
import type { Adapters } from '../choose-adapters.ts'

type Log = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>

/** A library that large is worth the memory before anyone searches it. */
const changesOfLargeLibrary = 10_000

/** One line for whatever becomes of an index; those of large libraries are made ready beside the start. */
export function watchIndexes({ searches, control, libraries }: Adapters, log: Log | undefined): void {
  if (log) {
    searches.listen((account, news) => {
      const [level, line] = lineOf(news)
      log[level]({ account, ...news }, line)
    })
  }
  warmLarge({ searches, control, libraries }).catch((error: unknown) => {
    log?.warn({ err: error }, 'large libraries could not be looked for; their indexes are made when they are searched')
  })
}

async function warmLarge({ searches, control, libraries }: Pick<Adapters, 'searches' | 'control' | 'libraries'>) {
  for (const account of await control.read.accounts.all()) {
    const library = await libraries.of(account)
    if ((await library.read.changes.lastSeq()) >= changesOfLargeLibrary) searches.warm(library)
  }
}

function lineOf(news: IndexNews): [level: keyof Log, line: string] {
  switch (news.event) {
    case 'making':
      return ['info', `making the search index, because ${news.reason}: ${news.done} of ${news.total} assets`]
    case 'made':
      return ['info', `the search index is ready: ${news.documents} assets from the ${news.from} in ${news.ms} ms`]
    case 'snapshot-written':
      return ['info', `wrote a snapshot of the search index: ${news.documents} assets in ${news.ms} ms`]
    case 'snapshot-refused':
      return ['warn', `the snapshot of the search index is not used and made anew: ${news.reason}`]
    case 'failed':
      return ['error', `the search index failed: ${news.reason}`]
    case 'refused':
      return ['error', news.reason]
    case 'compared': {
      const wrong = news.missing + news.surplus + news.differing
      if (wrong === 0)
        return ['info', `compared the search index with the database: ${news.compared} assets, all right`]
      return ['error', `${wrong} assets differed between search index and database, and have been put right`]
    }
  }
}

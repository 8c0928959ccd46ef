import { parentPort, workerData } from 'node:worker_threads'
import { openLibraryReader } from '../../adapters/database/library-reader.ts'
import { fastSearchIndex } from '../../adapters/search-index/fast/fast-search-index.ts'
import { snapshotFiles } from '../../adapters/search-index/snapshot-files.ts'
import type { AccountId } from '../../domain/account/account.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { SearchIndex } from '../../domain/ports/search-index.ts'
import type { Follower } from '../../domain/search/follow-library.ts'
import { openFollowers } from '../../domain/search/open-followers.ts'
import type { SearchQuery } from '../../domain/search/search-query.ts'
import { giveMemoryBack } from './give-memory-back.ts'
import { indexStatuses } from './index-status.ts'
import { packPage, writeFacets } from './packed-result.ts'
import type { AnswerTo, FromThread, Question, ThreadData, ToThread } from './protocol.ts'
import { tellNow } from './tell-now.ts'

/** Owns the indexes of all accounts, and reads their databases itself: whoever asks waits only for the answer. */
const { database, folder, mostBytes } = workerData as ThreadData
const compareEveryMs = 24 * 3_600_000
const gentlePauseMs = 100

const post = (message: FromThread) => parentPort?.postMessage(message)
const statuses = indexStatuses(folder)
const reader = await openLibraryReader(database)
const followers = openFollowers({
  indexes: () => fastSearchIndex(),
  snapshots: snapshotFiles(folder),
  mostBytes,
  tell: tellNow((account, news) => {
    statuses.note(account, news)
    post({ kind: 'news', account, news })
    if (news.event === 'made') setImmediate(giveMemoryBack)
  }),
})

const followerOf = async (account: AccountId): Promise<Follower> => followers.of(await reader.of(account))

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'ask') void answer(message)
  else if (message.kind === 'wake') followerOf(message.account).then(({ wake }) => wake(), ignoreUntilAsked)
  else void close()
})

async function answer({ id, account, question }: ToThread & { kind: 'ask' }): Promise<void> {
  try {
    post({ kind: 'answer', id, answer: await answerTo(id, question, await followerOf(account)) })
  } catch (error) {
    post(asMessage(id, error))
  }
}

async function answerTo(id: number, question: Question, follower: Follower): Promise<AnswerTo[Question['kind']]> {
  if (question.kind === 'compare') return await follower.compare(0)
  return await answerFrom(id, question, await follower.index())
}

async function answerFrom(id: number, question: Exclude<Question, { kind: 'compare' }>, index: SearchIndex) {
  switch (question.kind) {
    case 'search':
      return await search(id, question.query, index)
    case 'suggest':
      return await index.suggest(question.field, question.prefix, question.limit, question.within)
    case 'closest-words':
      return await index.closestWords(question.word, question.limit, question.within)
  }
}

async function search(id: number, query: SearchQuery, index: SearchIndex): Promise<AnswerTo['search']> {
  let isTold = false
  const { facets, ...page } = await index.search(query, (known) => {
    post({ kind: 'page', id, page: packPage(known) })
    isTold = true
  })
  return { page: isTold ? null : packPage(page), facets: writeFacets(facets) }
}

function asMessage(id: number, error: unknown): FromThread {
  const { message, stack } = error as Error
  if (!(error instanceof DomainError)) return { kind: 'failure', id, message, stack }
  return { kind: 'refusal', id, message, retryAfterSeconds: error.retryAfterSeconds ?? 5 }
}

/** What can't be opened now is told to whoever asks. */
const ignoreUntilAsked = () => {}

setInterval(async () => {
  for (const follower of followers.all()) await follower.compareAsRegularWork(gentlePauseMs)
}, compareEveryMs).unref()

async function close(): Promise<void> {
  for (const follower of followers.all()) await follower.save().catch(ignoreUntilAsked)
  await followers.close()
  await statuses.close()
  await reader.close()
  process.exit() // this thread alone
}

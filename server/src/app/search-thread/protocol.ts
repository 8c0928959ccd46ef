import type { AccountId } from '../../domain/account/account.ts'
import type { IndexComparison, IndexNews } from '../../domain/search/index-news.ts'
import type { FoundFacet, SearchQuery } from '../../domain/search/search-query.ts'
import type { Restriction, SuggestedField, Suggestion } from '../../domain/search/suggestion.ts'
import type { PackedPage } from './packed-result.ts'

/** What the thread is given when it starts. */
export type ThreadData = {
  database: { dataFolder: string } | { url: string }
  /** Where snapshots and what the commands read of indexes lie. */
  folder: string
  mostBytes: number
}

/** What is asked of one account's index. */
export type Question =
  | { kind: 'search'; query: SearchQuery }
  | { kind: 'suggest'; field: SuggestedField; prefix: string; limit: number; within: Restriction }
  | { kind: 'closest-words'; word: string; limit: number; within: Restriction }
  | { kind: 'compare' }

export type AnswerTo = {
  /** Without the page where it was told before. */
  search: { page: PackedPage | null; facets: FoundFacet[] }
  suggest: Suggestion[]
  'closest-words': string[]
  compare: IndexComparison
}

export type ToThread =
  | { kind: 'ask'; id: number; account: AccountId; question: Question }
  /** Something was committed, or will be asked soon: take it in. */
  | { kind: 'wake'; account: AccountId }
  /** Write what there is to write, and end. */
  | { kind: 'close' }

export type FromThread =
  /** What a search has found, while it goes on counting. */
  | { kind: 'page'; id: number; page: PackedPage }
  | { kind: 'answer'; id: number; answer: AnswerTo[Question['kind']] }
  | { kind: 'refusal'; id: number; message: string; retryAfterSeconds: number }
  | { kind: 'failure'; id: number; message: string; stack: string | undefined }
  | { kind: 'news'; account: AccountId; news: IndexNews }

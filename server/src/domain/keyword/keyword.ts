import type { Brand } from '../brand.ts'

export type KeywordId = Brand<string, 'KeywordId'>

/** A word of the account's controlled vocabulary. Any symbols are allowed; names are unique without regard to case. */
export type Keyword = { id: KeywordId; name: string; description: string; createdAt: number }

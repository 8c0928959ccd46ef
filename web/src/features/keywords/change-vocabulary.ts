import type { AddKeywordBody, VocabularyEntry } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'

const addressOf = (id: string) => `/web/v1/keywords/${encodeURIComponent(id)}`

export const addKeyword = (dam: Dam, body: AddKeywordBody) => dam.ask('/api/v1/keyword', { method: 'POST', body })

export const describeKeyword = (dam: Dam, { id }: VocabularyEntry, description: string) =>
  dam.ask(addressOf(id), { method: 'PUT', body: { description } })

/** From the vocabulary and from every asset. */
export const removeKeyword = (dam: Dam, { id }: VocabularyEntry) => dam.ask(addressOf(id), { method: 'DELETE' })

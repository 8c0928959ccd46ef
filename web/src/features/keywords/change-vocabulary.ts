import type { VocabularyEntry } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'

const addressOf = (id: string) => `/web/v1/keywords/${encodeURIComponent(id)}`

export const addKeyword = (dam: Dam, { name, description }: { name: string; description: string }) =>
  dam.addKeyword(name, description)

export const describeKeyword = (dam: Dam, { id }: VocabularyEntry, description: string) =>
  dam.web.done(addressOf(id), { method: 'PUT', body: { description } })

/** From the vocabulary and from every asset. */
export const removeKeyword = (dam: Dam, { id }: VocabularyEntry) => dam.web.done(addressOf(id), { method: 'DELETE' })

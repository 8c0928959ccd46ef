import type { Brand } from '../brand.ts'

/** Five characters of A–Z0–9, longer when an account runs short. */
export type CollectionId = Brand<string, 'CollectionId'>

/** A folder holds folders and albums; an album holds assets. */
export type Collection = {
  id: CollectionId
  kind: 'folder' | 'album'
  /** `null`: the library's root. */
  parentId: CollectionId | null
  name: string
  description: string
  /** E-mail address, kept as text. */
  owner: string
  createdAt: number
  modifiedAt: number
}

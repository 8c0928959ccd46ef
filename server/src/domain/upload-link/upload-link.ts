import type { Brand } from '../brand.ts'
import type { CollectionId } from '../collection/collection.ts'

/** 26 characters of base32hex. Whoever knows it may send files. */
export type UploadLinkId = Brand<string, 'UploadLinkId'>

export type Recipient = { firstName: string; lastName: string; email: string }

/** An address where people without an account put files into the library. */
export type UploadLink = {
  id: UploadLinkId
  /** Also the name of the album that its files come into, and of their owner. */
  name: string
  description: string
  /** E-mail address and name of who made it, kept as text. */
  createdBy: string
  createdByName: string
  createdAt: number
  /** `null`: never. */
  expiresAt: number | null
  revokedAt: number | null
  recipients: Recipient[]
  /** `null` until the first file comes. */
  albumId: CollectionId | null
}

/** One file on its way through a link. */
export type LinkedFile = {
  id: string
  linkId: UploadLinkId
  /** Tells senders apart without saying who they are. */
  sender: string
  begunAt: number
}

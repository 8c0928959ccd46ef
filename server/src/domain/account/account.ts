import type { Brand } from '../brand.ts'

export type AccountId = Brand<string, 'AccountId'>

/** A library with its own users, settings, storage and host name. */
export type Account = {
  id: AccountId
  /** Host name without port, lower case: `acme.dam.example`. */
  host: string
  name: string
  /** Origin for absolute URLs; `null`: the one the client used. */
  publicUrl: string | null
  createdAt: number
}

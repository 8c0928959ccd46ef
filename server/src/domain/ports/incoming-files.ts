import type { AssetId } from '../asset/asset.ts'
import type { StoredOriginal } from './object-store.ts'

/** A file that a sender put there. */
export type IncomingFile = {
  /** Made of its name, time and content: the same whenever it is looked at, and another for a file put in its place. */
  id: AssetId
  /** `<folder of the form>/<what the sender calls it>`. */
  name: string
  receivedAt: number
}

export type WantedForm = {
  /** The form's own: its files come to lie in there, and in no other. Says who sends. */
  folder: string
  /** Fields of the form beside those that sign it, with their values; those in `filledIn` may get others. */
  fields: Readonly<Record<string, string>>
  filledIn: readonly string[]
  maxBytes: number
  now: number
  seconds: number
}
export type IncomingForm = { url: string; fields: Record<string, string> }

/** Where senders put files themselves, past the server. What is there waits to be taken over; it is no object yet. */
export interface IncomingFiles {
  /** `null`: nothing can be signed here that holds so long. */
  form(wanted: WantedForm): Promise<IncomingForm | null>
  /** In no order. */
  list(): AsyncIterable<IncomingFile>
  /** With the fields that came beside it, names in lower case. `undefined`: it is not there (any more). */
  find(name: string): Promise<{ file: IncomingFile; fields: ReadonlyMap<string, string> } | undefined>
  /** Makes an original of it, as `writeOriginal` does, and leaves it there. Rejects with `ObjectNotFound` where another lies in its place. */
  keep(file: IncomingFile): Promise<StoredOriginal>
  /** Unless another lies in its place. */
  delete(file: IncomingFile): Promise<void>
}

import type { Readable } from 'node:stream'
import type { Brand } from '../brand.ts'
import type { IncomingFiles } from './incoming-files.ts'

/** `originals/<sha256>` or `renditions/<sha256 of the original>/<name>`; made by the functions below, never by hand. */
export type ObjectKey = Brand<string, 'ObjectKey'>

export const originalKey = (sha256: string): ObjectKey => `originals/${sha256}` as ObjectKey
export const renditionKey = (sha256: string, name: string): ObjectKey => `renditions/${sha256}/${name}` as ObjectKey

export type StoredOriginal = { key: ObjectKey; size: number; sha256: string; md5: string; alreadyThere: boolean }

/** What the bytes are to be sent with, and for how long an address may lead to them. */
export type WantedHandOver = { contentType: string; disposition: string; cacheControl: string; seconds: number }
/** `proxy`: the server in front of us sends the file it knows as `path`. `client`: whoever asked goes to `url`. */
export type HandedOver = { to: 'proxy'; path: string } | { to: 'client'; url: string }

/** Where the bytes of one account's originals and renditions live. */
export interface ObjectStore {
  /**
   * Streams to a temporary place while hashing, makes every byte durable, and only then gives it its name. The same
   * bytes twice are stored once. A failing or aborted stream leaves nothing behind. More than `maxBytes` rejects with `TooManyBytes`.
   */
  writeOriginal(bytes: Readable, options?: { maxBytes?: number }): Promise<StoredOriginal>
  /** Resolves when durable. A used key keeps its old bytes and resolves: renditions are made by rule, so they are equal. */
  write(key: ObjectKey, bytes: Readable | Uint8Array): Promise<{ size: number }>
  /** `undefined`: no such object. */
  stat(key: ObjectKey): Promise<{ size: number } | undefined>
  /** Both ends included. Rejects with `ObjectNotFound`. */
  read(key: ObjectKey, range?: { start: number; end: number }): Promise<Readable>
  /**
   * The same for bytes that are only passed on: each piece is good until the next is asked for. Whoever stops before
   * the end must say so (`return`), as `for await` does; one that was never begun as well.
   */
  pieces(key: ObjectKey, range?: { start: number; end: number }): Promise<AsyncGenerator<Uint8Array>>
  /** A small object, in one piece: a third of what a stream costs. Rejects with `ObjectNotFound`. */
  readWhole(key: ObjectKey): Promise<Uint8Array>
  /** Gives tools that need a path one, for as long as `use` runs. The file must not be changed. */
  withFile<T>(key: ObjectKey, use: (path: string) => Promise<T>): Promise<T>
  /** Who else can send the bytes of what is there, and spares the server that; `null`: nobody. */
  handOver(key: ObjectKey, wanted: WantedHandOver): Promise<HandedOver | null>
  /** Of nothing: resolves. */
  delete(key: ObjectKey): Promise<void>
  /** Keys that start with `prefix`, ascending. */
  list(prefix: string): AsyncIterable<ObjectKey>
  /** Removes what interrupted writes left, older than `olderThanMs`. */
  sweep(olderThanMs: number): Promise<void>
  /** Absent: files come in through the server alone. */
  incoming?: IncomingFiles
}

/** An original with everything that was made of it. */
export async function deleteContent(
  objects: ObjectStore,
  { object, sha256 }: { object: ObjectKey; sha256: string },
): Promise<void> {
  for await (const drawn of objects.list(renditionKey(sha256, ''))) await objects.delete(drawn)
  await objects.delete(object)
}

export class ObjectNotFound extends Error {
  constructor(key: string) {
    super(`No object ${key}`)
  }
}

export class TooManyBytes extends Error {
  constructor(maxBytes: number) {
    super(`More than ${maxBytes} bytes`)
  }
}

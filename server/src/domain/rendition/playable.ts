import type { Scheme } from '../asset/scheme.ts'
import { type ObjectKey, type ObjectStore, renditionKey } from '../ports/object-store.ts'
import type { DrawnFile } from './drawn-file.ts'

/** What a film or a sound is played as. */
export const playedAs = {
  video: { extension: 'mp4', contentType: 'video/mp4' },
  audio: { extension: 'mp3', contentType: 'audio/mpeg' },
} as const

/** `coming`: being made (`done` of it, 0 to 1, where known), or about to be; `failed`: nothing here can play it, and why. */
export type Playable =
  | { status: 'ready'; key: ObjectKey; size: number; contentType: string; extension: string; isOriginal: boolean }
  | { status: 'coming'; done: number | null }
  | { status: 'failed'; why: string }

type Kept = Pick<DrawnFile, 'sha256' | 'object'> & { scheme: 'video' | 'audio' }

export const isPlayed = (scheme: Scheme): scheme is 'video' | 'audio' => scheme === 'video' || scheme === 'audio'

export const playKey = (sha256: string, scheme: 'video' | 'audio'): ObjectKey =>
  renditionKey(sha256, `play.${playedAs[scheme].extension}`)
/** Stands for a rendition where the original is one already. */
export const playsAsItIsKey = (sha256: string): ObjectKey => renditionKey(sha256, 'play-as-it-is')
/** Its text is why there is none. */
export const unplayableKey = (sha256: string): ObjectKey => renditionKey(sha256, 'play-not')

/** How far it is. A file that nobody has looked at yet is `coming` too: `askForPlayable` sees to that. */
export async function findPlayable(objects: ObjectStore, { sha256, object, scheme }: Kept): Promise<Playable> {
  const { extension, contentType } = playedAs[scheme]
  const key = playKey(sha256, scheme)
  const made = await objects.stat(key)
  if (made) return { status: 'ready', key, size: made.size, contentType, extension, isOriginal: false }
  const original = (await objects.stat(playsAsItIsKey(sha256))) && (await objects.stat(object))
  if (original) return { status: 'ready', key: object, size: original.size, contentType, extension, isOriginal: true }
  const why = await readText(objects, unplayableKey(sha256))
  return why === null ? { status: 'coming', done: null } : { status: 'failed', why }
}

async function readText(objects: ObjectStore, key: ObjectKey): Promise<string | null> {
  if (!(await objects.stat(key))) return null
  let text = ''
  for await (const chunk of await objects.read(key)) text += String(chunk)
  return text
}

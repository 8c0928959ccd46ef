import type { AssetId } from '../asset/asset.ts'
import { documentOf } from './document-of.ts'
import { fingerprintOf } from './fingerprint-of.ts'
import type { SearchedLibrary } from './searched-library.ts'
import { changedSince, type Standing } from './take-changes.ts'

/** Places among the ids, which are evenly spread, and how many assets are looked at from each. */
const places = [...'0123456789abcdefghijklmnopqrstuv']
const fromEach = 8

/**
 * Some hundred assets of all over the library, as a restored index has them: one of an older program, or of a database
 * that went another way, is found out at once. `null`: they are as they should be, but for what the log tells.
 */
export async function whyUnlike(library: SearchedLibrary, standing: Standing): Promise<string | null> {
  const { assets } = library.read
  const sample: AssetId[] = []
  for (const place of places) sample.push(...(await assets.idsAfter(place as AssetId, fromEach)))

  const ids = [...new Set(sample)]
  const held = new Map(standing.index.fingerprintsOf(ids).map((fingerprint, at) => [ids[at], fingerprint]))
  const present = (await assets.findMany(ids, { withText: true })).map(documentOf)
  const unlike = present.filter((document) => held.get(document.id) !== fingerprintOf(document)).map(({ id }) => id)
  if (unlike.length === 0) return null
  const changed = await changedSince(library, standing.position)
  return unlike.every((id) => changed.has(id)) ? null : 'what it holds is not what the database holds'
}

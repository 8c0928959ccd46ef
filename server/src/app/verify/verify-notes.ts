import type { AssetId } from '../../domain/asset/asset.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { Finding } from './finding.ts'

const atOnce = 500

/** What assets' rows note of what is attached to them, against what is. What differs is put right. */
export async function verifyNotes(library: Library): Promise<Finding[]> {
  const wrong: AssetId[] = []
  for (let after: AssetId | null = null; ; ) {
    const ids: AssetId[] = await library.read.assets.idsAfter(after, atOnce)
    after = ids.at(-1) ?? null
    if (after === null) break
    const misnoted = await library.read.assets.misnoted(ids)
    if (misnoted.length > 0) await library.transaction(({ assets }) => assets.noteAttached(misnoted))
    wrong.push(...misnoted)
  }
  if (wrong.length === 0) return []
  const detail = `${wrong.length} had other tags, keywords, albums, custom values or another current version noted than they have; put right, among them ${wrong.slice(0, 3).join(', ')}`
  return [{ kind: 'contradiction', subject: 'notes in the rows of assets', detail }]
}

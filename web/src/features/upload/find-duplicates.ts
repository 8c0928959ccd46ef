import type { DuplicateList } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'
import type { AssetRef } from './upload-item.ts'

const atOnce = 100

/** By the id of an asset: another one that is the very same file. */
export async function findDuplicates(
  dam: Dam,
  ids: readonly string[],
): Promise<Map<string, AssetRef & { name: string }>> {
  const found = new Map<string, AssetRef & { name: string }>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const body = { ids: ids.slice(from, from + atOnce) }
    const { results } = await dam.web.json<DuplicateList>('/web/v1/duplicates', { method: 'POST', body })
    for (const { id, others } of results) if (others[0] !== undefined) found.set(id, others[0])
  }
  return found
}

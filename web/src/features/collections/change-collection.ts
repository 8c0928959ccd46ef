import type { BatchDeleted, ChangeCollectionBody, CreatedCollection, TreeNode } from '@descant/contract'
import type { QueryClient } from '@tanstack/react-query'
import { assetsChanged } from '../../lib/api/change-assets.ts'
import type { Dam } from '../../lib/dam.ts'

type Named = Pick<TreeNode, 'scheme' | 'id' | 'name'>

/** New name, description or place; what is absent stays. */
export async function changeCollection(
  dam: Dam,
  queries: QueryClient,
  { scheme, id }: Named,
  body: ChangeCollectionBody,
): Promise<CreatedCollection> {
  const path = `/web/v1/${scheme}s/${encodeURIComponent(id)}`
  const changed = await dam.web.json<CreatedCollection>(path, { method: 'PUT', body })
  await placesChanged(queries)
  return changed
}

/** A folder goes with everything in it; assets stay in the library. */
export async function deleteCollection(dam: Dam, queries: QueryClient, { scheme, id, name }: Named): Promise<void> {
  const body = [{ id, scheme }]
  const { status } = await dam.web.json<BatchDeleted>('/api/v1/batch/folder', { method: 'DELETE', body })
  await placesChanged(queries)
  if (status !== 'success') throw new Error(`${name} could not be deleted.`)
}

async function placesChanged(queries: QueryClient): Promise<void> {
  await Promise.all([assetsChanged(queries), queries.invalidateQueries({ queryKey: ['portals'] })])
}

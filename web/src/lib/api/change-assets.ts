import type { ContentRef } from '@descant/client'
import type { BatchDeleted, BatchEditBody, BatchProperty } from '@descant/contract'
import type { QueryClient } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** As many as one question may name. */
export const mostAtOnce = 1000

const references = (assets: readonly ContentRef[]) => assets.map(({ scheme, id }) => ({ scheme, id }))

/** All of these changes on all of these assets, or none. */
export async function editAssets(dam: Dam, assets: readonly ContentRef[], properties: BatchProperty[]): Promise<void> {
  const body: BatchEditBody = { contents: references(assets), properties }
  await dam.web.done('/api/v1/batch/edit', { method: 'PUT', body })
}

/** To the trash. Answers the ids of those that could not be deleted. */
export async function deleteAssets(dam: Dam, assets: readonly ContentRef[]): Promise<Set<string>> {
  const { deleteFail, permissionFail } = await dam.web.json<BatchDeleted>('/api/v1/batch/content', {
    method: 'DELETE',
    body: references(assets),
  })
  return new Set([...deleteFail, ...permissionFail].map(({ id }) => id))
}

const lists = ['assets', 'tree', 'vocabulary', 'trash', 'shares']

/** Assets have changed: every list, count and page that shows them is asked for again. */
export const assetsChanged = (queries: QueryClient): Promise<void> => outdate(queries, [...lists, 'asset', 'activity'])

/** Assets have gone: lists are asked for again, but nobody asks for the assets themselves. */
export const assetsGone = (queries: QueryClient): Promise<void> => outdate(queries, lists)

async function outdate(queries: QueryClient, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => queries.invalidateQueries({ queryKey: [name] })))
}

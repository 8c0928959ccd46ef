import type { ChangeList } from '@descant/contract'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { goneAssetsQuery, noteGoneAssets } from './gone-assets.ts'

test('an asset is gone from when it is deleted until it is restored', () => {
  const queries = new QueryClient()
  const told = (...changes: [event: string, id: string][]) => {
    noteGoneAssets(queries, changes.map(([event, id]) => ({ event, id })) as ChangeList['changes'])
    return [...(queries.getQueryData(goneAssetsQuery.queryKey) ?? [])]
  }

  expect(told(['asset.changed', 'a'])).toEqual([])
  expect(told(['asset.deleted', 'a'], ['asset.deleted', 'b'], ['album.deleted', 'c'])).toEqual(['a', 'b'])
  expect(told(['asset.restored', 'a'])).toEqual(['b'])
})

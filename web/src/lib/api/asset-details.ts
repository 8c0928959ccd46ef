import type { ContentRef } from '@descant/client'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

export const assetDetailsQuery = (dam: Dam, asset: ContentRef) =>
  queryOptions({
    queryKey: ['asset', asset.id],
    queryFn: ({ signal }) => dam.details(asset, { signal }),
    staleTime: 10_000,
  })

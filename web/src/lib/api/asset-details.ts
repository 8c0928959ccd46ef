import type { ContentDetails } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

export type AssetAddress = { scheme: string; id: string }

export const pathOfAsset = ({ scheme, id }: AssetAddress) =>
  `/api/v1/${encodeURIComponent(scheme)}/${encodeURIComponent(id)}`

export const assetDetailsQuery = (dam: Dam, asset: AssetAddress) =>
  queryOptions({
    queryKey: ['asset', asset.id],
    queryFn: ({ signal }) => dam.json<ContentDetails>(pathOfAsset(asset), { signal }),
    staleTime: 10_000,
  })

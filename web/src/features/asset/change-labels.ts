import type { ContentRef } from '@descant/client'
import type { ContentDetails } from '@descant/contract'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { assetDetailsQuery } from '../../lib/api/asset-details.ts'
import type { Dam } from '../../lib/dam.ts'
import { useDam } from '../../lib/visit.ts'

export type LabelKind = 'tag' | 'keyword'
export type LabelChange = { label: string; present: boolean }

function changeLabel(dam: Dam, asset: ContentRef, kind: LabelKind, { label, present }: LabelChange): Promise<void> {
  if (kind === 'tag') return present ? dam.addTag(asset, label) : dam.removeTag(asset, label)
  return present ? dam.attachKeyword(asset, label) : dam.detachKeyword(asset, label)
}

/** Shows the change at once and takes it back when the server refuses. */
export function useLabelChange(asset: ContentRef, kind: LabelKind) {
  const dam = useDam()
  const queries = useQueryClient()
  const { queryKey } = assetDetailsQuery(dam, asset)

  return useMutation({
    // One after the other: each answer then speaks of all changes before it.
    scope: { id: `labels of ${asset.id}` },
    mutationFn: (change: LabelChange) => changeLabel(dam, asset, kind, change),
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData(queryKey)
      queries.setQueryData(queryKey, (shown) => shown && withLabel(shown, kind, change))
      return { before }
    },
    onError: (_error, _change, made) => queries.setQueryData(queryKey, made?.before),
    onSettled: () => invalidate(queries, queryKey),
  })
}

async function invalidate(queries: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey }),
    queries.invalidateQueries({ queryKey: ['assets'] }),
    queries.invalidateQueries({ queryKey: ['vocabulary'] }),
  ])
}

function withLabel(asset: ContentDetails, kind: LabelKind, { label, present }: LabelChange): ContentDetails {
  const others = asset[kind].filter((one) => one !== label)
  return { ...asset, [kind]: present ? [...others, label] : others }
}

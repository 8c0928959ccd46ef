import type { BriefContent } from '@descant/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { type AssetFilter, assetPageQuery, pageLength } from '../../lib/api/asset-list.ts'
import { useDam } from '../../lib/visit.ts'

export type AssetWindow = {
  /** `undefined` until its page has come. */
  at: (index: number) => BriefContent | undefined
  failed: boolean
  retry: () => void
}

/**
 * The assets from `first` to `last`, fetched by the page as they come into view. Pages that only fly past while
 * somebody drags the scroll bar are not asked for, and those that have left the view are let go.
 */
export function useAssetWindow(filter: AssetFilter, first: number, last: number): AssetWindow {
  const dam = useDam()
  const [span] = useDebouncedValue(`${pageOf(first)} ${pageOf(last)}`, 120)
  const [from = 0, to = 0] = span.split(' ').map(Number)
  const pages = Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
  const queries = useQueries({ queries: pages.map((page) => assetPageQuery(dam, filter, page)) })

  const failedOnes = queries.filter((query) => query.isError)
  return {
    at: (index) => queries[pageOf(index) - from]?.data?.results[index % pageLength],
    failed: failedOnes.length > 0,
    retry: () => {
      for (const query of failedOnes) void query.refetch()
    },
  }
}

const pageOf = (index: number): number => Math.floor(Math.max(0, index) / pageLength)

import type { ContentList } from '@descant/contract'
import { FailedState, LoadingState } from '@descant/ui'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AssetGrid } from '../../features/library/asset-grid.tsx'
import { filterOf } from '../../features/library/library-search.ts'
import type { Sorting } from '../../features/library/list-header.tsx'
import { type GridSelection, useSelection } from '../../features/library/use-selection.ts'
import { type ListView, useListView } from '../../features/library/view-choice.tsx'
import { DropArea } from '../../features/upload/drop-area.tsx'
import { type AssetFilter, assetPageQuery } from '../../lib/api/asset-list.ts'
import { useDam, useMayEdit } from '../../lib/visit.ts'
import { EmptyList } from './empty-list.tsx'
import { FolderContents } from './folder-contents.tsx'
import { ListHeading } from './list-heading.tsx'
import { SelectedAssets } from './selected-assets.tsx'
import { useChangeSearch } from './use-change-search.ts'
import { usePlace } from './use-place.ts'
import { useWhereabouts } from './use-whereabouts.ts'

const route = getRouteApi('/signed-in/library')

/** The assets of a place, as the address asks for them. */
export function ListPage() {
  const dam = useDam()
  const mayEdit = useMayEdit()
  const search = route.useSearch()
  const place = usePlace()
  const here = useWhereabouts(place)
  const filter = filterOf(place, search)
  const first = useQuery(assetPageQuery(dam, filter, 0))
  const selection = useSelection(filter)
  const [view, setView] = useListView()
  const changeSearch = useChangeSearch()

  return (
    <>
      <ListHeading filter={filter} here={here} found={first.data?.found} view={view} onView={setView} />
      {here.node?.scheme === 'folder' && <FolderContents folder={here.node} />}
      <AssetList
        first={first}
        filter={filter}
        view={view}
        onSort={(sort, direction) => changeSearch({ sort, direction })}
        selection={mayEdit ? selection : null}
        empty={<EmptyList here={here} search={search} />}
      />
      {mayEdit && <SelectedAssets selection={selection} found={first.data?.found ?? 0} here={here} />}
      {mayEdit && <DropArea target={here.uploadTarget} into={here.uploadsInto} />}
    </>
  )
}

function AssetList({
  first,
  filter,
  view,
  onSort,
  selection,
  empty,
}: {
  first: UseQueryResult<ContentList>
  filter: AssetFilter
  view: ListView
  onSort: Sorting['onSort']
  selection: GridSelection | null
  empty: ReactNode
}) {
  if (first.isPending) return <LoadingState />
  if (first.isError) return <FailedState error={first.error} onRetry={() => void first.refetch()} />
  if (first.data.found === 0) return empty
  return (
    <AssetGrid
      key={`${view} ${JSON.stringify(filter)}`}
      filter={filter}
      found={first.data.found}
      view={view}
      onSort={onSort}
      selection={selection}
    />
  )
}

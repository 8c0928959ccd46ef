import { FailedState, LoadingState, PageHeading } from '@descant/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { FolderCards } from '../../features/library/folder-cards.tsx'
import { foldersQuery } from '../../features/library/folders.ts'
import { NothingImported } from '../../features/library/nothing-imported.tsx'
import { product } from '../../lib/product.ts'

const route = getRouteApi('/signed-in')

export function LibraryPage() {
  const { session } = route.useRouteContext()
  const folders = useQuery(foldersQuery)
  const isEmpty = folders.data?.results.every(({ files }) => files === 0)
  return (
    <>
      <PageHeading title="Library" product={product} about="Files that are ready to print." />
      {folders.isPending && <LoadingState />}
      {folders.isLoadingError && <FailedState error={folders.error} onRetry={() => void folders.refetch()} />}
      {folders.data && <FolderCards folders={folders.data.results} />}
      {isEmpty && <NothingImported session={session} />}
    </>
  )
}

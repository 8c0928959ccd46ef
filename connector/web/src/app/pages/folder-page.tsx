import { EmptyState, FailedState, LoadingState, PageHeading } from '@descant/ui'
import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { FileGrid } from '../../features/library/file-grid.tsx'
import { filesQuery } from '../../features/library/files.ts'
import { NothingImported } from '../../features/library/nothing-imported.tsx'
import { count, formatBytes } from '../../lib/format.ts'
import { product } from '../../lib/product.ts'

const signedIn = getRouteApi('/signed-in')
const route = getRouteApi('/signed-in/folders/$folderId')

export function FolderPage() {
  const { session } = signedIn.useRouteContext()
  const search = route.useSearch()
  const first = useQuery(filesQuery(search, 0))
  const found = first.data?.found ?? 0
  return (
    <>
      <PageHeading
        title="DAM Import"
        product={product}
        about={first.data ? `${count(found, 'file', 'files')}, ${formatBytes(first.data.bytes)}` : undefined}
        actions={<Narrow />}
      />
      {first.isPending && <LoadingState />}
      {first.isLoadingError && <FailedState error={first.error} onRetry={() => void first.refetch()} />}
      {first.data && found > 0 && <FileGrid search={search} found={found} />}
      {first.data && found === 0 && !search.search && <NothingImported session={session} />}
      {first.data && found === 0 && search.search && (
        <EmptyState icon={<IconSearch size={40} stroke={1.3} />} title="Nothing found">
          No file here has “{search.search}” in its name.
        </EmptyState>
      )}
    </>
  )
}

function Narrow() {
  const { search = '', sort = 'imported' } = route.useSearch()
  const navigate = route.useNavigate()
  const find = useDebouncedCallback((text: string) => {
    void navigate({ search: (before) => ({ ...before, search: text }), replace: true })
  }, 250)
  return (
    <>
      <TextInput
        type="search"
        aria-label="Search by name"
        placeholder="Search by name"
        defaultValue={search}
        onChange={(event) => find(event.currentTarget.value)}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
      />
      <NativeSelect
        aria-label="Order"
        value={sort}
        onChange={(event) => {
          const isByName = event.currentTarget.value === 'name'
          void navigate({
            search: ({ search: kept = '' }) => ({ search: kept, ...(isByName ? { sort: 'name' } : {}) }),
          })
        }}
        data={[
          { value: 'imported', label: 'Newest first' },
          { value: 'name', label: 'By name' },
        ]}
      />
    </>
  )
}

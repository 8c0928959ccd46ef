import type { SortBy, SortDirection } from '@descant/contract'
import { ActionIcon, Group, NativeSelect } from '@mantine/core'
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { sortings } from './library-search.ts'

const options = Object.entries(sortings).map(([value, { label }]) => ({ value, label }))

export function SortChoice({
  sortBy,
  sortDirection,
  onChange,
}: {
  sortBy: SortBy
  sortDirection: SortDirection
  onChange: (sortBy: SortBy, sortDirection: SortDirection) => void
}) {
  const other: SortDirection = sortDirection === 'ascending' ? 'descending' : 'ascending'
  const Icon = sortDirection === 'ascending' ? IconSortAscending : IconSortDescending

  return (
    <Group gap={6} wrap="nowrap">
      <NativeSelect
        aria-label="Sort by"
        data={options}
        value={sortBy}
        onChange={(event) => {
          const chosen = event.currentTarget.value as SortBy
          onChange(chosen, sortings[chosen].natural)
        }}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={`Sorted ${sortDirection}: change to ${other}`}
        title={`Sorted ${sortDirection}`}
        onClick={() => onChange(sortBy, other)}
      >
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Group>
  )
}

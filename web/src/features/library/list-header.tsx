import type { SortBy, SortDirection } from '@descant/contract'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { sortings } from './library-search.ts'

export type Sorting = {
  sortBy: SortBy
  sortDirection: SortDirection
  onSort: (sortBy: SortBy, direction: SortDirection) => void
}

/** The columns of the list and what each sorts by. */
const columns: { label: string; sortBy: SortBy | null }[] = [
  { label: 'Name', sortBy: 'name' },
  { label: 'Kind', sortBy: 'scheme' },
  { label: 'Dimensions', sortBy: null },
  { label: 'Size', sortBy: 'size' },
  { label: 'Changed', sortBy: 'time' },
  { label: 'Owner', sortBy: 'owner' },
]
export const columnCount = columns.length

/** Names the columns; a press sorts by one, another turns it round. */
export function ListHeader({ sortBy, sortDirection, onSort }: Sorting) {
  const other: SortDirection = sortDirection === 'ascending' ? 'descending' : 'ascending'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of rows that mostly do not exist is no table
    <div role="row" tabIndex={-1} aria-rowindex={1} className="list-header">
      {columns.map(({ label, sortBy: own }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <span
          key={label}
          role="columnheader"
          tabIndex={-1}
          aria-colindex={index + 1}
          aria-sort={own === sortBy ? sortDirection : undefined}
        >
          {own === null ? (
            label
          ) : (
            <button type="button" onClick={() => onSort(own, own === sortBy ? other : sortings[own].natural)}>
              {label}
              {own === sortBy &&
                (sortDirection === 'ascending' ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />)}
            </button>
          )}
        </span>
      ))}
    </div>
  )
}

import './more-filters.css'
import type { CustomField, Facet } from '@descant/contract'
import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { ChosenValues } from '../../lib/api/asset-list.ts'
import { FacetFilter } from './facet-filter.tsx'
import { RangeFilter } from './range-filter.tsx'
import { filterLabels, isFilterable, isRangeFilter } from './value-filters.ts'

/** Tags, file type, orientation, status and custom fields: out of the way until somebody wants them. */
export function MoreFilters({
  facets,
  fields,
  chosen,
  onChange,
}: {
  facets: Facet[]
  fields: CustomField[]
  chosen: ChosenValues
  onChange: (name: string, values: string[]) => void
}) {
  const [opened, setOpened] = useState(Object.keys(chosen).length > 0)
  const id = useId()
  const has = (name: string) => {
    const facet = facets.find((one) => one.name === name)
    return (
      chosen[name] !== undefined || (facet?.value?.length ?? 0) > 0 || (isRangeFilter(name) && facet?.min !== undefined)
    )
  }
  const offered = [
    ...Object.entries(filterLabels).map(([name, label]) => ({ name, label })),
    ...fields
      .filter((field) => isFilterable(field) || isRangeFilter(field.id))
      .map((field) => ({ name: field.id, label: field.name })),
  ].filter(({ name }) => has(name))
  if (offered.length === 0) return null

  return (
    <div>
      <Button
        className="more-filters-button"
        variant="subtle"
        color="gray"
        size="compact-sm"
        ml={-8}
        aria-expanded={opened}
        aria-controls={id}
        leftSection={<IconChevronRight size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => setOpened(!opened)}
      >
        More filters
      </Button>
      <div id={id} className="more-filters" hidden={!opened} style={opened ? undefined : { display: 'none' }}>
        {offered.map(({ name, label }) =>
          isRangeFilter(name) ? (
            <RangeFilter
              key={name}
              label={label}
              kind={name.startsWith('meta_date') ? 'day' : 'number'}
              written={chosen[name]?.[0] ?? ''}
              onChange={(written) => onChange(name, written === null ? [] : [written])}
            />
          ) : (
            <FacetFilter
              key={name}
              label={label}
              placeholder="Any"
              facets={facets}
              name={name}
              chosen={chosen[name] ?? []}
              onChange={(values) => onChange(name, values)}
              {...(wordsFor[name] && { wordFor: wordsFor[name] })}
            />
          ),
        )}
      </div>
    </div>
  )
}

/** How values are called that are no words of the library's own. */
const wordsFor: Record<string, (value: string) => string> = {
  fileType: (value) => value.toUpperCase(),
  tags: (value) => (value === 'Untagged' ? 'Without tags' : value),
}

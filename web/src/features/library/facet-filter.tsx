import './facet-filter.css'
import type { Facet } from '@descant/contract'
import { MultiSelect } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { facetChoices } from './facet-choices.ts'

const shownAtOnce = 100

/** Offers what the assets in the list have, with how many of them, so that no choice leads to nothing. */
export function FacetFilter({
  label,
  placeholder,
  facets,
  name,
  chosen,
  onChange,
  wordFor = (value) => value,
}: {
  label: string
  placeholder: string
  facets: Facet[]
  /** Of the facet. */
  name: string
  chosen: string[]
  onChange: (values: string[]) => void
  /** How a value is called, where it is not a person's own word. */
  wordFor?: (value: string) => string
}) {
  const choices = facetChoices(facets, name)
  const counts = new Map(choices.map(({ value, count }) => [value, count]))
  const values = [...new Set([...chosen, ...choices.map(({ value }) => value)])]

  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? placeholder : ''}
      data={values.map((value) => ({ value, label: wordFor(value) }))}
      value={chosen}
      onChange={onChange}
      searchable
      clearable
      limit={shownAtOnce}
      nothingFoundMessage="Nothing of that kind here"
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      renderOption={({ option, checked }) => (
        <span className="facet-option">
          <span>
            {option.label} {checked && <IconCheck size={14} aria-hidden="true" />}
          </span>
          <span className="scheme-count">{counts.get(option.value)?.toLocaleString()}</span>
        </span>
      )}
    />
  )
}

import './keyword-filter.css'
import type { Facet } from '@descant/contract'
import { MultiSelect } from '@mantine/core'
import { facetChoices } from './facet-choices.ts'

const shownAtOnce = 100

/** Assets that carry all of these. Offers what the assets in the list carry, so no choice leads to nothing. */
export function KeywordFilter({
  facets,
  chosen,
  onChange,
}: {
  facets: Facet[]
  chosen: string[]
  onChange: (keywords: string[]) => void
}) {
  const choices = facetChoices(facets, 'keywords')
  const counts = new Map(choices.map(({ value, count }) => [value, count]))
  const values = [...new Set([...chosen, ...choices.map(({ value }) => value)])]

  return (
    <MultiSelect
      label="Keywords"
      placeholder={chosen.length === 0 ? 'Any keyword' : ''}
      data={values.map((value) => ({ value, label: value === 'Unkeyworded' ? 'Without keywords' : value }))}
      value={chosen}
      onChange={onChange}
      searchable
      clearable
      hidePickedOptions
      limit={shownAtOnce}
      nothingFoundMessage="No such keyword here"
      clearButtonProps={{ 'aria-label': 'Clear keywords' }}
      renderOption={({ option }) => (
        <span className="keyword-option">
          <span>{option.label}</span>
          <span className="scheme-count">{counts.get(option.value)?.toLocaleString()}</span>
        </span>
      )}
    />
  )
}

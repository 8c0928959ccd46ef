import { Button, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { filterLabels, isRangeFilter } from '../../features/library/value-filters.ts'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import { customFieldsQuery } from '../../lib/api/custom-fields.ts'
import { LinkButton } from '../../lib/links.tsx'
import { rangeInWords } from '../../lib/range.ts'
import { schemeWords } from '../../lib/scheme-words.ts'
import { useDam } from '../../lib/visit.ts'
import { type SearchChange, useChangeSearch } from './use-change-search.ts'
import type { Whereabouts } from './use-whereabouts.ts'

/** What narrows the list, each to be taken off with one press; on a phone the side column is not in sight. */
export function ChosenFilters({ filter, here }: { filter: AssetFilter; here: Whereabouts }) {
  const changeSearch = useChangeSearch()
  const fields = useQuery(customFieldsQuery(useDam()))
  const { text, scheme, keywords, values, place } = filter
  const nameOf = (name: string) => filterLabels[name] ?? fields.data?.find(({ id }) => id === name)?.name ?? name
  const chosen: { label: string; off: SearchChange }[] = [
    ...(text !== '' && place.kind !== 'library' ? [{ label: `“${text}”`, off: { q: undefined } }] : []),
    ...(scheme !== null ? [{ label: schemeWords[scheme].many, off: { scheme: undefined } }] : []),
    ...keywords.map((keyword) => ({ label: keyword, off: { keyword: keywords.filter((other) => other !== keyword) } })),
    ...Object.entries(values).flatMap(([name, wanted]) =>
      wanted.map((value) => ({
        label: `${nameOf(name)}: ${isRangeFilter(name) ? rangeInWords(value) : value}`,
        off: { [name]: wanted.filter((other) => other !== value) },
      })),
    ),
  ]
  if (chosen.length === 0) return null

  return (
    <Group gap={6} mb="md" role="group" aria-label="Filters">
      {chosen.map(({ label, off }) => (
        <Button
          key={label}
          size="compact-sm"
          variant="light"
          rightSection={<IconX size={14} aria-hidden="true" />}
          aria-label={`Remove filter ${label}`}
          onClick={() => changeSearch(off)}
        >
          {label}
        </Button>
      ))}
      {text !== '' && place.kind !== 'library' && (
        <LinkButton to="/" search={{ q: text }} size="compact-sm" variant="subtle">
          Search everywhere instead of in {here.node?.name ?? 'here'}
        </LinkButton>
      )}
    </Group>
  )
}
